"""Which line of authority holds on a day, what it covers, and who may give it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.authority import Giver, GivingRefusal, Line, covers, limit_on, line_on, may_give
from foundation.money import NOTHING, Ore

MONDAY = date(2026, 5, 4)
ASK, LIV = 1, 2
amounts = st.integers(min_value=0, max_value=10**9).map(Ore)
days = st.integers(min_value=-20, max_value=20).map(lambda number: MONDAY + timedelta(number))


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """Draw what may have been given and taken back, in the order it was written."""
    found = []
    for number in range(draw(st.integers(min_value=0, max_value=5))):
        amount = draw(st.none() | amounts)
        from_on = draw(days)
        lasts = None if amount is None else draw(st.none() | st.integers(0, 20))
        to_on = None if lasts is None else from_on + timedelta(lasts)
        found.append(Line(number, amount, from_on, to_on))
    return found


@given(lines(), days)
def test_the_line_that_holds_is_one_of_those_given_and_is_of_that_day(
    given_lines: list[Line], day: date
) -> None:
    found = line_on(given_lines, day)
    if found is None:
        assert limit_on(given_lines, day) is None
        return
    assert found in given_lines
    assert found.amount is not None
    assert found.from_on <= day <= (found.to_on or day)
    later = [one for one in given_lines if found.from_on < one.from_on <= day]
    assert later == []


@given(lines(), days, amounts)
def test_what_is_given_last_from_a_day_holds_that_day_and_what_is_taken_back_does_not(
    given_lines: list[Line], day: date, amount: Ore
) -> None:
    newest = Line(len(given_lines), amount, day)
    assert limit_on([*given_lines, newest], day) == amount
    assert limit_on([*given_lines, newest, Line(99, None, day)], day) is None


def test_what_has_run_out_does_not_bring_back_what_it_replaced() -> None:
    large = Line(1, Ore(500), MONDAY - timedelta(30))
    small = Line(2, Ore(100), MONDAY - timedelta(3), MONDAY)
    assert limit_on([large, small], MONDAY) == 100
    assert limit_on([large, small], MONDAY + timedelta(1)) is None


@pytest.mark.parametrize(
    ("limit", "amount", "is_covered"),
    [(None, 0, False), (0, 0, True), (100, 100, True), (100, 101, False)],
)
def test_the_limit_itself_is_covered_and_nothing_is_without_an_authority(
    limit: int | None, amount: int, *, is_covered: bool
) -> None:
    assert covers(None if limit is None else Ore(limit), Ore(amount)) is is_covered


def a_giver(*, is_administrator: bool = False, leads: bool = True, limit: Ore | None) -> Giver:
    return Giver(LIV, is_administrator, leads, limit)


def test_nobody_gives_oneself_and_a_leader_no_more_than_they_have() -> None:
    leader = a_giver(limit=Ore(100))
    assert may_give(leader, LIV, Ore(1)) is GivingRefusal.ONESELF
    assert may_give(leader, ASK, Ore(100)) is None
    assert may_give(leader, ASK, Ore(101)) is GivingRefusal.OVER_OWN_LIMIT
    assert may_give(a_giver(limit=None), ASK, NOTHING) is GivingRefusal.OVER_OWN_LIMIT
    assert may_give(a_giver(limit=None), ASK, None) is None
    stranger = a_giver(leads=False, limit=Ore(100))
    assert may_give(stranger, ASK, Ore(1)) is GivingRefusal.NOT_THEIR_LEADER
    registrar = a_giver(is_administrator=True, leads=False, limit=None)
    assert may_give(registrar, ASK, Ore(10**9)) is None
    assert may_give(registrar, LIV, Ore(1)) is GivingRefusal.ONESELF
