"""Sharing a frame out down the list: from the top until the frame is spent.

Where the portfolio has floors, those that are needed for them go first, the best of each group; the rest
follow in the order of the list. A ceiling passes over whoever it leaves no room for, whatever the frame.
"""

from collections.abc import Iterable, Iterator

from criteria.allocation.entitled import Entitled, Outcome, barred, entitled, given, line
from criteria.allocation.lines import Cutter, Line, Reason
from criteria.allocation.portfolio import Group, Portfolio
from criteria.allocation.terms import Method, Terms
from criteria.ranking import Ranked
from foundation.money import NOTHING, Ore


class _Till:
    """What is left of the frame, and whether the list has ended."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._left = terms.frame
        self._ended = False
        self.portfolio = Portfolio(terms.bounds)

    def serve(self, ranked: Ranked, due: Entitled) -> Outcome:
        """Give one application its turn."""
        outcome = self._outcome(ranked, due)
        self._left = Ore(self._left - outcome.amount)
        self.portfolio.take(ranked.candidate, outcome.amount)
        return outcome

    def _outcome(self, ranked: Ranked, due: Entitled) -> Outcome:
        reason = barred(ranked.candidate, due, self._terms)
        if reason is not None:
            return Outcome(NOTHING, reason, left=self._left)
        room, group = self.portfolio.room_for(ranked.candidate)
        wanted = due.amount
        if room is not None and room < wanted:
            wanted = self._terms.rounded_down(room)
            if wanted < self._terms.smallest or not self._terms.method.gives_parts:
                return Outcome(NOTHING, Reason.GROUP_FULL, left=self._left, group=group)
        if self._ended:
            return Outcome(NOTHING, Reason.LIST_ENDED, left=self._left)
        if wanted <= self._left:
            return given(due, wanted, Cutter.GROUP, self._left, group)
        return self._beyond_the_frame(due)

    def _beyond_the_frame(self, due: Entitled) -> Outcome:
        remainder = self._terms.rounded_down(self._left)
        if remainder == NOTHING:
            return Outcome(NOTHING, Reason.FRAME_SPENT, left=self._left)
        if not self._terms.method.gives_parts:
            self._ended = self._terms.method is Method.FULL_OR_NOTHING
            return Outcome(NOTHING, Reason.NO_ROOM_IN_FULL, left=self._left)
        if remainder < self._terms.smallest:
            return Outcome(NOTHING, Reason.BELOW_MINIMUM, left=self._left)
        return given(due, remainder, Cutter.FRAME, self._left, None)


def down_the_list(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
    """Fund from the top until the frame is spent.

    The first that no longer fits gets the remainder, where the method gives parts. A remainder below the
    smallest grant goes to nobody, so no lower place is ever funded past a higher one that went without
    for lack of money, except where the method passes over.
    """
    in_order = sorted(ranking, key=lambda one: one.place)
    dues = {one.candidate.application: entitled(one.candidate, terms) for one in in_order}
    till = _Till(terms)
    lines = {}
    for ranked, ahead_for in _turns(in_order, dues, terms):
        due = dues[ranked.candidate.application]
        lines[ranked.place] = line(ranked, due, till.serve(ranked, due), ahead_for)
    return tuple(lines[one.place] for one in in_order)


def _turns(
    in_order: list[Ranked], dues: dict[int, Entitled], terms: Terms
) -> Iterator[tuple[Ranked, Group | None]]:
    """Give the order of turns: first who is needed for a floor, found as if the frame had no end."""
    if not any(bound.has_floor for bound in terms.bounds):
        yield from ((ranked, None) for ranked in in_order)
        return
    endless = Portfolio(terms.bounds)
    ahead = {}
    for ranked in in_order:
        due = dues[ranked.candidate.application]
        group = endless.lacking(ranked.candidate)
        if group is None or barred(ranked.candidate, due, terms):
            continue
        room, _ = endless.room_for(ranked.candidate)
        amount = due.amount if room is None else min(due.amount, terms.rounded_down(room))
        in_full = amount == due.amount
        if amount >= terms.smallest and (in_full or terms.method.gives_parts):
            ahead[ranked.place] = group
            endless.take(ranked.candidate, amount)
    yield from ((one, ahead[one.place]) for one in in_order if one.place in ahead)
    yield from ((one, None) for one in in_order if one.place not in ahead)
