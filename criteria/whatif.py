"""What would happen if: one thing about a round changed, and which cases that would turn.

Nothing here is decided. It shows how firmly an outcome stands before somebody chooses it (inv. 171): whether
a little more frame, another weight or one officer's marks decide who gets.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, Self, TypeAlias

from criteria.allocation import Bound, Line, Terms, allocate
from criteria.ranking import Candidate, Ranked, rank
from criteria.scoring import Criterion, Marks, weighted
from foundation.money import NOTHING, Ore

Share: TypeAlias = Callable[[Iterable[Ranked], Terms], tuple[Line, ...]]
"""How the frame is shared out: `allocate`, or the solver's own where the terms ask for the optimum."""


class UnknownCriterionError(ValueError):
    """A weight is given to a criterion that the round does not have."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its assessors' marks. Its candidate's score is what the marks give, whatever it says."""

    candidate: Candidate
    sheets: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """All that an outcome follows from. `main` is the criterion that ties may be broken by."""

    criteria: tuple[Criterion, ...]
    cases: tuple[Case, ...]
    terms: Terms
    main: str | None = None

    def ranking(self) -> tuple[Ranked, ...]:
        """Rank those that anybody has assessed."""
        return rank((self._scored(one) for one in self.cases if one.sheets), self.terms.ties)

    def unassessed(self) -> tuple[int, ...]:
        """Give the cases that nobody has assessed, by number."""
        return tuple(sorted(one.candidate.application for one in self.cases if not one.sheets))

    def with_terms(self, terms: Terms) -> Self:
        """Give the same round under other terms."""
        return replace(self, terms=terms)

    def _scored(self, case: Case) -> Candidate:
        score = weighted(self.criteria, case.sheets)
        points = {part.code: part.points for part in score.parts}
        return replace(
            case.candidate,
            score=score.total,
            below_threshold=bool(score.below_threshold),
            main_points=None if self.main is None else points[self.main],
        )


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


class Turn(StrEnum):
    """How a case turns: gets something or nothing when it was the other way, or more or less."""

    IN = "in"
    OUT = "out"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that turns, with its place and amount before and after; a place is None where it has none."""

    application: int
    turn: Turn
    places: tuple[int | None, int | None]
    amounts: tuple[Ore, Ore]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both outcomes, the cases that turn by number, and those that can no longer be ranked."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]
    flips: tuple[Flip, ...]
    left_out: tuple[int, ...]


def what_if(now: Round, change: Change, share: Share = allocate) -> WhatIf:
    """Work a round out as it is and as it would be."""
    changed = change.made_in(now)
    before, after = share(now.ranking(), now.terms), share(changed.ranking(), changed.terms)
    left_out = tuple(sorted({*changed.unassessed()} - {*now.unassessed()}))
    return WhatIf(before, after, tuple(_flips(before, after)), left_out)


def _flips(before: Iterable[Line], after: Iterable[Line]) -> Iterable[Flip]:
    earlier = {line.application: line for line in before}
    later = {line.application: line for line in after}
    for application in sorted({*earlier, *later}):
        lines = earlier.get(application), later.get(application)
        then, now = (NOTHING if line is None else line.amount for line in lines)
        turn = _turn(then, now)
        if turn is not None:
            places = tuple(None if line is None else line.place for line in lines)
            yield Flip(application, turn, (places[0], places[1]), (then, now))


def _turn(then: Ore, now: Ore) -> Turn | None:
    if then == now:
        return None
    if then == NOTHING:
        return Turn.IN
    if now == NOTHING:
        return Turn.OUT
    return Turn.MORE if now > then else Turn.LESS
