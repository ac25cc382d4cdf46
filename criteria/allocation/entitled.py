"""What an application would get from an endless frame, and which rule sets it.

Of the limits that a call puts on an amount the lowest decides; of two as low, the one first here: the
officer's approved budget, the falling rate by start year, the share that the call gives, its largest
grant. Then it is rounded down.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from criteria.allocation.lines import Cut, Cutter, Line, Reason
from criteria.allocation.portfolio import Group
from criteria.allocation.terms import ALL, Method, Terms
from criteria.ranking import Candidate, Ranked
from foundation.money import NOTHING, Ore

_REASONS = {
    Cutter.TRIM: Reason.FUNDED_IN_PART_TRIM,
    Cutter.RATE: Reason.FUNDED_IN_PART_RATE,
    Cutter.SHARE: Reason.FUNDED_IN_PART_SHARE,
    Cutter.CAP: Reason.FUNDED_IN_PART_CAP,
    Cutter.EQUAL: Reason.FUNDED_IN_PART_EQUAL,
    Cutter.GROUP: Reason.FUNDED_IN_PART_GROUP,
    Cutter.FRAME: Reason.FUNDED_IN_PART_FRAME,
}


@dataclass(frozen=True, slots=True)
class Entitled:
    """The amount, what took the rest of what was asked, and the reason if nothing more is taken."""

    amount: Ore
    cuts: tuple[Cut, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an application's turn: an amount, or nothing, and why."""

    amount: Ore
    reason: Reason
    cuts: tuple[Cut, ...] = ()
    left: Ore = NOTHING
    group: Group | None = None


def entitled(candidate: Candidate, terms: Terms) -> Entitled:
    """Give what a candidate would get from an endless frame."""
    amount, cutter = candidate.asked, None
    for limit, by in _limits(candidate, terms):
        if limit < amount:
            amount, cutter = limit, by
    rounded = terms.rounded_down(amount)
    cuts = tuple(
        Cut(by, Ore(taken))
        for by, taken in (
            (cutter, candidate.asked - amount),
            (Cutter.ROUNDING, amount - rounded),
        )
        if by is not None and taken
    )
    return Entitled(rounded, cuts, Reason.FUNDED if cutter is None else _REASONS[cutter])


def barred(candidate: Candidate, due: Entitled, terms: Terms) -> Reason | None:
    """Tell why a candidate can get nothing from any frame; None when it can."""
    if candidate.below_threshold or candidate.score < terms.threshold:
        return Reason.BELOW_THRESHOLD
    return Reason.ASKS_BELOW_MINIMUM if due.amount < terms.smallest else None


def given(due: Entitled, amount: Ore, by: Cutter, left: Ore, group: Group | None) -> Outcome:
    """Give an amount: all that is due, or a part of it that something else cut down to."""
    if amount == due.amount:
        return Outcome(amount, due.reason, due.cuts, left)
    cuts = (*due.cuts, Cut(by, Ore(due.amount - amount)))
    return Outcome(amount, _REASONS[by], cuts, left, group)


def line(ranked: Ranked, due: Entitled, outcome: Outcome, ahead_for: Group | None = None) -> Line:
    """Write down what became of an application."""
    candidate = ranked.candidate
    return Line(
        application=candidate.application,
        place=ranked.place,
        score=candidate.score,
        asked=candidate.asked,
        amount=outcome.amount,
        reason=outcome.reason,
        entitled=due.amount,
        cuts=outcome.cuts,
        left=outcome.left,
        group=outcome.group,
        ahead_for=ahead_for,
    )


def _limits(candidate: Candidate, terms: Terms) -> Iterator[tuple[Ore, Cutter]]:
    yield candidate.approved, Cutter.TRIM
    if candidate.granted_cap is not None:
        yield candidate.granted_cap, Cutter.RATE
    if terms.method is Method.SHARE_OF_ASKED:
        yield Ore(candidate.asked * terms.share_percent // ALL), Cutter.SHARE
    if terms.max_grant is not None:
        yield terms.max_grant, Cutter.CAP
