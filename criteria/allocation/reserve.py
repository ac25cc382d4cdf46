"""The reserve list that follows from a chosen proposal, and what an extra frame gives (inv. 93).

In 2024 a second round of 14.5 million kroner went to 32 projects: 16 new that had not reached up, and 16 that
had got less than they asked. Both kinds stand on the list, in the order of the ranking.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from criteria.allocation.entitled import entitled
from criteria.allocation.lines import Line, Reason
from criteria.allocation.portfolio import Portfolio
from criteria.allocation.terms import Method, Terms
from criteria.ranking import Candidate, Ranked
from foundation.money import NOTHING, Ore


class Kind(StrEnum):
    """NEW: got nothing for lack of money. INCREASE: got less than it may have."""

    NEW = "new"
    INCREASE = "increase"


class Order(StrEnum):
    """Who is asked first when there is more to give."""

    BY_PLACE = "by_place"
    NEW_FIRST = "new_first"
    INCREASE_FIRST = "increase_first"


@dataclass(frozen=True, slots=True)
class Reserve:
    """One on the reserve list: what it has, and the most it may have in all if there is money."""

    application: int
    place: int
    kind: Kind
    has: Ore
    most: Ore


@dataclass(frozen=True, slots=True)
class Extra:
    """A later frame to share out over the reserve list.

    `for_new` sets so much of it aside for those that got nothing, and leaves the rest to the increases;
    what one kind does not use goes to the other. None: one pot, in the order that is chosen.
    """

    frame: Ore
    order: Order = Order.BY_PLACE
    for_new: Ore | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What one on the reserve list gets on top of what it has."""

    reserve: Reserve
    amount: Ore


_FOR_LACK_OF_MONEY = frozenset(
    {
        Reason.FRAME_SPENT,
        Reason.BELOW_MINIMUM,
        Reason.PART_TOO_SMALL,
        Reason.NO_ROOM_IN_FULL,
        Reason.LIST_ENDED,
        Reason.OUTSIDE_OPTIMUM,
    }
)
_LIFTED_BY_MONEY = frozenset(
    {
        Reason.FUNDED_IN_PART_FRAME,
        Reason.FUNDED_IN_PART_EQUAL,
        Reason.FUNDED_IN_PART_SHARE,
    }
)


def reserve_list(
    ranking: Iterable[Ranked], lines: Iterable[Line], terms: Terms
) -> tuple[Reserve, ...]:
    """List those that more money could help, in the order of the ranking.

    The most they may have is what the rules give apart from the share: that is only there to let the
    frame reach more. Who is below the threshold, trimmed, capped or out for its group's sake is not on it.
    """
    full = replace(terms, method=Method.FULL_UNTIL_SPENT)
    by_number = {one.candidate.application: one.candidate for one in ranking}
    found = (_reserve(line, by_number[line.application], full) for line in lines)
    return tuple(sorted((one for one in found if one), key=lambda one: one.place))


def with_extra(
    reserves: Iterable[Reserve],
    extra: Extra,
    candidates: Iterable[Candidate],
    lines: Iterable[Line],
    terms: Terms,
) -> tuple[Addition, ...]:
    """Share an extra frame out over the reserve list; `lines` are those it follows from.

    Each gets up to the most it may have before the next is asked. What is left for the last is given
    where the method gives parts, and never less than the smallest grant to a new one. The ceilings hold
    for both rounds together.
    """
    queue = tuple(sorted(reserves, key=lambda one: one.place))
    sharing = _Sharing(extra.frame, candidates, lines, terms)
    for pot, kinds in _pots(extra):
        spent_before = sharing.spent
        for kind in kinds:
            for one in queue:
                if one.kind in kind:
                    sharing.serve(one, Ore(pot - (sharing.spent - spent_before)))
    return tuple(
        Addition(one, Ore(sharing.got[one.application]))
        for one in queue
        if sharing.got[one.application]
    )


class _Sharing:
    """What each on the reserve list has got so far, and what both rounds come to."""

    def __init__(
        self, frame: Ore, candidates: Iterable[Candidate], lines: Iterable[Line], terms: Terms
    ) -> None:
        self._frame, self._terms = frame, terms
        self._candidates = {one.application: one for one in candidates}
        self._portfolio = Portfolio(terms.bounds)
        for line in lines:
            self._portfolio.take(self._candidates[line.application], line.amount)
        self.got: Counter[int] = Counter()

    @property
    def spent(self) -> int:
        return self.got.total()

    def serve(self, one: Reserve, pot: Ore) -> None:
        """Top one up as far as a pot, the frame and the ceilings go."""
        candidate, has = self._candidates[one.application], one.has + self.got[one.application]
        room = (
            self._portfolio.room_to_grow(candidate)
            if has
            else self._portfolio.room_for(candidate)[0]
        )
        wanted = one.most - has
        possible = min(wanted, pot, self._frame - self.spent, wanted if room is None else room)
        amount = self._terms.rounded_down(Ore(possible))
        least = self._terms.rounding if has else self._terms.smallest
        if amount < least or (amount < wanted and not self._terms.method.gives_parts):
            return
        if has:
            self._portfolio.grow(candidate, amount)
        else:
            self._portfolio.take(candidate, amount)
        self.got[one.application] += amount


_NEW, _INCREASE = frozenset({Kind.NEW}), frozenset({Kind.INCREASE})
_EITHER = _NEW | _INCREASE
_TURNS = {
    Order.BY_PLACE: (_EITHER,),
    Order.NEW_FIRST: (_NEW, _INCREASE),
    Order.INCREASE_FIRST: (_INCREASE, _NEW),
}


def _pots(extra: Extra) -> Iterator[tuple[Ore, tuple[frozenset[Kind], ...]]]:
    """Give each pot with who is asked, one kind after the other; the last holds whatever is left over."""
    if extra.for_new is not None:
        yield extra.for_new, (_NEW,)
        yield Ore(max(NOTHING, extra.frame - extra.for_new)), (_INCREASE,)
    yield extra.frame, _TURNS[extra.order]


def _reserve(line: Line, candidate: Candidate, full: Terms) -> Reserve | None:
    """Give a line's place on the list; None where money does not help."""
    most = entitled(candidate, full).amount
    if line.amount == NOTHING:
        return (
            Reserve(line.application, line.place, Kind.NEW, NOTHING, most)
            if line.reason in _FOR_LACK_OF_MONEY
            else None
        )
    if line.reason not in _LIFTED_BY_MONEY or most <= line.amount:
        return None
    return Reserve(line.application, line.place, Kind.INCREASE, line.amount, most)
