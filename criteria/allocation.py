"""Sharing a call's frame out over its ranked applications (inv. 93, 97, 171).

The calculation rules (beregningsregler) of a call are its method, its threshold and its smallest
grant.

Every line has its reason. Amounts are rounded down to whole thousand kroner (or as the terms say),
and the sum is never above the frame.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from criteria.canonical import Fact, digest
from criteria.ranking import Candidate, Ranked
from foundation.money import NOTHING, Ore, kroner

WHOLE_THOUSANDS = kroner(1000)
_ALL = 100


class Method(StrEnum):
    """How the frame is shared out.

    FULL_UNTIL_SPENT: from the top, each in full; the last may get less.
    SHARE_OF_ASKED: from the top, each at most a set percentage of what it asked.
    """

    FULL_UNTIL_SPENT = "full_until_spent"
    SHARE_OF_ASKED = "share_of_asked"


class Reason(StrEnum):
    """Why a line has its amount."""

    FUNDED = "funded"
    FUNDED_IN_PART_RATE = "funded_in_part_rate"
    FUNDED_IN_PART_SHARE = "funded_in_part_share"
    FUNDED_IN_PART_FRAME = "funded_in_part_frame"
    BELOW_THRESHOLD = "below_threshold"
    ASKS_BELOW_MINIMUM = "asks_below_minimum"
    BELOW_MINIMUM = "below_minimum"
    FRAME_SPENT = "frame_spent"


class TermsError(ValueError):
    """The terms of a call cannot be followed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the call says about sharing out. Raises TermsError for what cannot be.

    `threshold` is the lowest score that is enough; `min_grant` the smallest grant that is made.
    """

    frame: Ore
    threshold: Decimal
    method: Method
    share_percent: int = _ALL
    min_grant: Ore | None = None
    rounding: Ore = WHOLE_THOUSANDS

    def __post_init__(self) -> None:
        """Refuse a negative frame, a share outside 1–100 and rounding to nothing."""
        if self.frame < 0:
            raise TermsError(f"frame {self.frame}")
        if not 1 <= self.share_percent <= _ALL:
            raise TermsError(f"share {self.share_percent} %")
        if self.rounding <= 0:
            raise TermsError(f"rounding to {self.rounding} øre")

    @property
    def smallest(self) -> Ore:
        """The smallest amount that can be granted at all."""
        return max(self.min_grant or NOTHING, self.rounding)

    def rounded_down(self, amount: Ore) -> Ore:
        """Give an amount rounded down to what the terms count in."""
        return Ore(amount // self.rounding * self.rounding)


@dataclass(frozen=True, slots=True)
class Line:
    """What one application gets in a proposal, and why."""

    application: int
    place: int
    score: Decimal
    asked: Ore
    amount: Ore
    reason: Reason


def allocate(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
    """Fund from the top until the frame is spent.

    The first that no longer fits gets the remainder. A remainder below the smallest grant goes to
    nobody, so no lower place is ever funded past a higher one that went without for lack of money.
    """
    lines = []
    left = terms.frame
    for ranked in sorted(ranking, key=lambda one: one.place):
        candidate = ranked.candidate
        amount, reason = _grant(candidate, left, terms)
        lines.append(
            Line(
                application=candidate.application,
                place=ranked.place,
                score=candidate.score,
                asked=candidate.asked,
                amount=amount,
                reason=reason,
            )
        )
        left = Ore(left - amount)
    return tuple(lines)


def _grant(candidate: Candidate, left: Ore, terms: Terms) -> tuple[Ore, Reason]:
    if candidate.below_threshold or candidate.score < terms.threshold:
        return NOTHING, Reason.BELOW_THRESHOLD
    wanted, reason = _entitled(candidate, terms)
    if wanted < terms.smallest:
        return NOTHING, Reason.ASKS_BELOW_MINIMUM
    if wanted <= left:
        return wanted, reason
    remainder = terms.rounded_down(left)
    if remainder == NOTHING:
        return NOTHING, Reason.FRAME_SPENT
    if remainder < terms.smallest:
        return NOTHING, Reason.BELOW_MINIMUM
    return remainder, Reason.FUNDED_IN_PART_FRAME


def _entitled(candidate: Candidate, terms: Terms) -> tuple[Ore, Reason]:
    """Give what the candidate would get from an endless frame, and the rule that sets it."""
    amount, reason = candidate.asked, Reason.FUNDED
    if candidate.granted_cap is not None and candidate.granted_cap < amount:
        amount, reason = candidate.granted_cap, Reason.FUNDED_IN_PART_RATE
    if terms.method is Method.SHARE_OF_ASKED:
        share = Ore(candidate.asked * terms.share_percent // _ALL)
        if share < amount:
            amount, reason = share, Reason.FUNDED_IN_PART_SHARE
    return terms.rounded_down(amount), reason


def inputs(ranking: Iterable[Ranked], terms: Terms) -> dict[str, Fact]:
    """Write down all that `allocate` builds on, so that anyone can compute the lines again."""
    return {
        "ranking": [_facts(ranked) for ranked in sorted(ranking, key=lambda one: one.place)],
        "frame": terms.frame,
        "threshold": _written(terms.threshold),
        "method": terms.method.value,
        "share_percent": terms.share_percent,
        "min_grant": terms.min_grant,
        "rounding": terms.rounding,
    }


def from_inputs(written: Mapping[str, Any]) -> tuple[tuple[Ranked, ...], Terms]:
    """Read back what `inputs` wrote down: the same ranking and terms, so the same lines."""
    terms = Terms(
        frame=Ore(written["frame"]),
        threshold=Decimal(written["threshold"]),
        method=Method(written["method"]),
        share_percent=written["share_percent"],
        min_grant=None if written["min_grant"] is None else Ore(written["min_grant"]),
        rounding=Ore(written["rounding"]),
    )
    return tuple(_ranked(facts) for facts in written["ranking"]), terms


def _ranked(facts: Mapping[str, Any]) -> Ranked:
    cap = facts["granted_cap"]
    candidate = Candidate(
        application=facts["application"],
        score=Decimal(facts["score"]),
        asked=Ore(facts["asked"]),
        granted_cap=None if cap is None else Ore(cap),
        inhabitants=facts["inhabitants"],
        below_threshold=facts["below_threshold"],
        submitted_at=datetime.fromisoformat(facts["submitted_at"]),
    )
    return Ranked(facts["place"], candidate)


def inputs_hash(ranking: Iterable[Ranked], terms: Terms) -> str:
    """Give the SHA-256 (hex) of the inputs: equal means unchanged."""
    return digest(inputs(ranking, terms))


def _facts(ranked: Ranked) -> dict[str, Fact]:
    candidate = ranked.candidate
    return {
        "place": ranked.place,
        "application": candidate.application,
        "score": _written(candidate.score),
        "asked": candidate.asked,
        "granted_cap": candidate.granted_cap,
        "inhabitants": candidate.inhabitants,
        "below_threshold": candidate.below_threshold,
        "submitted_at": candidate.submitted_at.astimezone(UTC).isoformat(),
    }


def _written(number: Decimal) -> str:
    """Write 80, 80.0 and 8E+1 alike: the same score whichever database it comes from."""
    return format(number.normalize(), "f")
