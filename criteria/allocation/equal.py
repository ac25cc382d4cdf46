"""Sharing a frame out in equal parts: all get the same percentage of what they could have had.

Where the call has a smallest grant, those whose part would be below it get nothing, the lowest on the
list first, and the rest share anew. Parts are rounded down; what the rounding leaves stays in the frame.
"""

from collections.abc import Iterable
from fractions import Fraction

from criteria.allocation.entitled import Entitled, Outcome, barred, entitled, given, line
from criteria.allocation.lines import Cutter, Line, Reason
from criteria.allocation.portfolio import Portfolio
from criteria.allocation.terms import Terms
from criteria.ranking import Ranked
from foundation.money import NOTHING, Ore


def in_equal_parts(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
    """Give everybody above the threshold the same percentage, the highest that the frame allows."""
    in_order = sorted(ranking, key=lambda one: one.place)
    dues = {one.place: entitled(one.candidate, terms) for one in in_order}
    refused = _refused(in_order, dues, terms)
    sharing = [one.place for one in in_order if one.place not in refused]
    sharing, part = _reach_the_smallest([(place, dues[place].amount) for place in sharing], terms)
    shared = set(sharing)
    outcomes = {
        one.place: _outcome(dues[one.place], part, terms)
        if one.place in shared
        else refused.get(one.place) or Outcome(NOTHING, Reason.PART_TOO_SMALL, left=terms.frame)
        for one in in_order
    }
    return tuple(line(one, dues[one.place], outcomes[one.place]) for one in in_order)


def _refused(in_order: list[Ranked], dues: dict[int, Entitled], terms: Terms) -> dict[int, Outcome]:
    """Tell who can have no part whatever the frame: barred, or beyond what the group may have."""
    portfolio = Portfolio(terms.bounds)
    refused = {}
    for ranked in in_order:
        due = dues[ranked.place]
        reason = barred(ranked.candidate, due, terms)
        room, group = portfolio.room_for(ranked.candidate)
        if reason is not None:
            refused[ranked.place] = Outcome(NOTHING, reason, left=terms.frame)
        elif room is not None:  # only numbers of cases are bounded here, so any room is none
            refused[ranked.place] = Outcome(
                NOTHING, Reason.GROUP_FULL, left=terms.frame, group=group
            )
        else:
            portfolio.take(ranked.candidate, due.amount)
    return refused


def _reach_the_smallest(sharing: list[tuple[int, Ore]], terms: Terms) -> tuple[list[int], Fraction]:
    """Leave out from the bottom whoever would get less than the smallest grant; give who is left.

    The part only grows as somebody leaves, so one way up the list finds them all.
    """
    total: int = sum(amount for _, amount in sharing)
    kept = []
    for place, amount in reversed(sharing):
        part = _part(terms.frame, total)
        if (
            terms.min_grant is not None
            and terms.rounded_down(Ore(int(amount * part))) < terms.smallest
        ):
            total -= amount
        else:
            kept.append(place)
    return kept, _part(terms.frame, total)


def _part(frame: Ore, total: int) -> Fraction:
    return min(Fraction(1), Fraction(frame, total)) if total else Fraction(1)


def _outcome(due: Entitled, part: Fraction, terms: Terms) -> Outcome:
    amount = terms.rounded_down(Ore(int(due.amount * part)))
    if amount < terms.smallest:
        reason = Reason.PART_TOO_SMALL if terms.frame else Reason.FRAME_SPENT
        return Outcome(NOTHING, reason, left=terms.frame)
    return given(due, amount, Cutter.EQUAL, terms.frame, None)
