"""What could have been otherwise about a round: one thing, or several together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from criteria.allocation import Bound, Method, Selection
from criteria.whatif.rounds import Round
from foundation.money import NOTHING, Ore


class UnknownCriterionError(ValueError):
    """A weight is given to a criterion that the round does not have."""


class Change(Protocol):
    """One thing that could have been otherwise."""

    def made_in(self, now: Round) -> Round:
        """Give the round as it would have been."""


@dataclass(frozen=True, slots=True)
class FrameBy:
    """So much more frame, or less when negative; never below nothing."""

    amount: Ore

    def made_in(self, now: Round) -> Round:
        """Give the round with that frame."""
        frame = Ore(max(NOTHING, now.terms.frame + self.amount))
        return now.with_terms(replace(now.terms, frame=frame))


@dataclass(frozen=True, slots=True)
class ThresholdAt:
    """Another lowest score."""

    threshold: Decimal

    def made_in(self, now: Round) -> Round:
        """Give the round with that threshold."""
        return now.with_terms(replace(now.terms, threshold=self.threshold))


@dataclass(frozen=True, slots=True)
class SmallestGrant:
    """Another smallest grant, or none."""

    amount: Ore | None

    def made_in(self, now: Round) -> Round:
        """Give the round with that smallest grant."""
        return now.with_terms(replace(now.terms, min_grant=self.amount))


@dataclass(frozen=True, slots=True)
class WithBound:
    """One more bound on the portfolio, such as a floor for a group."""

    bound: Bound

    def made_in(self, now: Round) -> Round:
        """Give the round with the bound besides its own."""
        return now.with_terms(replace(now.terms, bounds=(*now.terms.bounds, self.bound)))


@dataclass(frozen=True, slots=True)
class WeightsAs:
    """Other weights for some criteria; scoring refuses those that do not sum to 100 with the rest."""

    weights: Mapping[str, int]

    def made_in(self, now: Round) -> Round:
        """Give the round with those weights. Raises UnknownCriterionError."""
        unknown = sorted(set(self.weights) - {one.code for one in now.criteria})
        if unknown:
            raise UnknownCriterionError(", ".join(unknown))
        criteria = tuple(
            replace(one, weight=self.weights.get(one.code, one.weight)) for one in now.criteria
        )
        return replace(now, criteria=criteria)


@dataclass(frozen=True, slots=True)
class WithoutOfficer:
    """Without one officer's marks. A case that only that officer has assessed cannot be ranked then."""

    person: int

    def made_in(self, now: Round) -> Round:
        """Give the round with the others' marks only."""
        cases = tuple(
            replace(one, sheets=tuple(s for s in one.sheets if s.assessor != self.person))
            for one in now.cases
        )
        return replace(now, cases=cases)


@dataclass(frozen=True, slots=True)
class SharedOutAs:
    """Another way to share the frame out."""

    method: Method
    selection: Selection
    share_percent: int

    def made_in(self, now: Round) -> Round:
        """Give the round shared out that way. Raises TermsError for what does not go together."""
        return now.with_terms(
            replace(
                now.terms,
                method=self.method,
                selection=self.selection,
                share_percent=self.share_percent,
            )
        )


@dataclass(frozen=True, slots=True)
class Together:
    """Several things at once, one after the other; none of them changes nothing."""

    changes: tuple[Change, ...]

    def made_in(self, now: Round) -> Round:
        """Give the round with all of them."""
        for change in self.changes:
            now = change.made_in(now)
        return now
