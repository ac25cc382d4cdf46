"""What the best combination changes against the list, and why, case by case."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from criteria.allocation.lines import Line
from criteria.allocation.portfolio import Bound, Broken, Group, not_kept
from criteria.allocation.terms import Terms
from criteria.allocation.worth import worth
from criteria.ranking import Candidate, Ranked
from foundation.money import NOTHING, Ore, kroner

_MILLION = kroner(1_000_000)
_TENTH = Decimal("0.1")


class Why(StrEnum):
    """Why a case gets otherwise in the best combination than down the list.

    FLOOR: its group would not reach its floor without it. CEILING: others of its group take what the
    group may have. GIVES_MORE and GIVES_LESS: in or out, since those that are in give more together for
    the frame. REST: it takes, or leaves to others, a part that is over.
    """

    FLOOR = "floor"
    CEILING = "ceiling"
    GIVES_MORE = "gives_more"
    GIVES_LESS = "gives_less"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that gets otherwise: its amounts both ways, why, and the group that decides, if one does.

    `points_per_million` is its score for each million kroner it would get in full.
    """

    application: int
    place: int
    listed: Ore
    best: Ore
    why: Why
    group: Group | None
    points_per_million: Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """What a distribution comes to."""

    worth: int
    amount: Ore
    cases: int
    not_kept: tuple[Broken, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Both sums, and the cases that get otherwise, in the order of the list."""

    listed: Sum
    best: Sum
    flips: tuple[Flip, ...]


def difference(
    ranking: Iterable[Ranked], listed: Iterable[Line], best: Iterable[Line], terms: Terms
) -> Difference:
    """Put the list beside the best combination. Both hold a line for each that is ranked."""
    candidates = {one.candidate.application: one.candidate for one in ranking}
    before = {one.application: one for one in listed}
    after = {one.application: one for one in best}
    flips = tuple(
        _flip(before[one.application], one, candidates, after, terms.bounds)
        for one in sorted(after.values(), key=lambda line: line.place)
        if one.amount != before[one.application].amount
    )
    return Difference(_sum(before, candidates, terms), _sum(after, candidates, terms), flips)


def _sum(lines: dict[int, Line], candidates: dict[int, Candidate], terms: Terms) -> Sum:
    amounts = {number: line.amount for number, line in lines.items()}
    return Sum(
        worth=worth(lines.values(), terms),
        amount=Ore(sum(amounts.values())),
        cases=sum(amount > NOTHING for amount in amounts.values()),
        not_kept=not_kept(candidates.values(), amounts, terms.bounds),
    )


def _flip(
    before: Line,
    after: Line,
    candidates: dict[int, Candidate],
    best: dict[int, Line],
    bounds: tuple[Bound, ...],
) -> Flip:
    candidate = candidates[after.application]
    why, group = _why(before, after, _lost_without(candidate, candidates, best, bounds))
    each = Decimal(max(after.entitled, 1)) / _MILLION
    return Flip(
        application=after.application,
        place=after.place,
        listed=before.amount,
        best=after.amount,
        why=why,
        group=group,
        points_per_million=(after.score / each).quantize(_TENTH, rounding=ROUND_HALF_UP),
    )


def _why(before: Line, after: Line, needed_by: Group | None) -> tuple[Why, Group | None]:
    if after.amount > before.amount and needed_by is not None:
        return Why.FLOOR, needed_by
    if after.amount < before.amount and after.group is not None:
        return Why.CEILING, after.group
    if before.amount and after.amount:
        return Why.REST, None
    return (Why.GIVES_MORE if after.amount else Why.GIVES_LESS), None


def _lost_without(
    candidate: Candidate,
    candidates: dict[int, Candidate],
    best: dict[int, Line],
    bounds: tuple[Bound, ...],
) -> Group | None:
    """Give a group of a case that would fall below its floor if the case got nothing."""
    own = [bound for bound in bounds if bound.has_floor and candidate.group(bound.trait)]
    if not own or best[candidate.application].amount == NOTHING:
        return None
    amounts = {number: line.amount for number, line in best.items()}
    amounts[candidate.application] = NOTHING
    lost = not_kept(candidates.values(), amounts, own)
    return next(
        (one.group for one in lost if candidate.group(one.group.trait) == one.group.value), None
    )
