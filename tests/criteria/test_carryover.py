from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from criteria.carryover import (
    CarryRefusal,
    YearMoney,
    last_day_to_ask,
    may_answer,
    may_ask,
    split,
)
from foundation.money import NOTHING, Ore, kroner

AMOUNTS = st.integers(0, 10_000_000).map(Ore)
A_YEAR = YearMoney(committed=kroner(100), paid=kroner(80), spent=kroner(70))
END = date(2027, 6, 30)


@st.composite
def moneys(draw: st.DrawFn) -> YearMoney:
    committed = draw(AMOUNTS)
    paid = Ore(draw(st.integers(0, committed)))
    claimed = Ore(draw(st.integers(0, paid)))
    return YearMoney(committed, paid, draw(AMOUNTS), claimed, draw(AMOUNTS))


@given(moneys(), st.data())
def test_what_is_applied_for_is_divided_without_loss_and_within_the_books(
    money: YearMoney, data: st.DataObject
) -> None:
    assume(money.unused)
    asked = Ore(data.draw(st.integers(1, money.unused)))
    granted = Ore(data.draw(st.integers(0, asked)))
    parts = split(money, asked, granted)
    assert min(parts.kept, parts.moved, parts.lapsed, parts.owed) >= 0
    assert parts.kept + parts.moved == granted
    assert parts.lapsed + parts.owed == asked - granted
    assert parts.kept + parts.owed <= money.held
    assert parts.moved + parts.lapsed <= money.committed - money.paid
    assert money.held <= money.unused


def test_received_money_is_kept_first_and_asked_back_before_anything_lapses() -> None:
    assert (A_YEAR.unused, A_YEAR.held) == (kroner(30), kroner(10))
    whole = split(A_YEAR, kroner(30), kroner(30))
    assert (whole.kept, whole.moved) == (kroner(10), kroner(20))
    a_part = split(A_YEAR, kroner(30), kroner(4))
    assert (a_part.kept, a_part.moved, a_part.owed, a_part.lapsed) == (
        kroner(4), NOTHING, kroner(6), kroner(20),
    )  # fmt: skip
    nothing = split(A_YEAR, kroner(25), NOTHING)
    assert (nothing.owed, nothing.lapsed) == (kroner(10), kroner(15))
    with pytest.raises(ValueError, match=CarryRefusal.OVER_UNUSED):
        split(A_YEAR, kroner(31), NOTHING)


def test_what_is_kept_belongs_to_the_next_year() -> None:
    before = YearMoney(kroner(100), kroner(100), kroner(60), kept=Ore(-kroner(30)))
    assert before.unused == kroner(10)
    after = YearMoney(NOTHING, NOTHING, kroner(20), kept=kroner(30))
    assert (after.unused, after.held) == (kroner(10), kroner(10))
    claimed = YearMoney(kroner(100), kroner(100), kroner(60), claimed=kroner(35))
    assert claimed.unused == kroner(5)


@pytest.mark.parametrize(
    ("money", "amount", "end_on", "today", "refusal"),
    [
        (A_YEAR, kroner(30), END, date(2027, 1, 1), None),
        (A_YEAR, kroner(30), END, date(2026, 12, 31), CarryRefusal.YEAR_NOT_OVER),
        (YearMoney(kroner(9), kroner(9), None), kroner(1), END, END, CarryRefusal.NOT_REPORTED),
        (
            YearMoney(kroner(9), kroner(9), kroner(9)), kroner(1), END, END,
            CarryRefusal.NOTHING_UNUSED,
        ),
        (A_YEAR, NOTHING, END, END, CarryRefusal.NEGATIVE),
        (A_YEAR, kroner(31), END, END, CarryRefusal.OVER_UNUSED),
        (A_YEAR, kroner(1), date(2026, 12, 31), END, CarryRefusal.ENDS_TOO_EARLY),
        (A_YEAR, kroner(1), date(2028, 1, 1), END, CarryRefusal.ENDS_TOO_LATE),
    ],
)  # fmt: skip
def test_why_unused_money_may_not_be_applied_for(
    money: YearMoney, amount: Ore, end_on: date, today: date, refusal: CarryRefusal | None
) -> None:
    assert may_ask(money, amount, end_on, year=2026, today=today) is refusal


def test_why_an_application_may_not_be_answered() -> None:
    assert may_answer(A_YEAR, kroner(30), kroner(30)) is None
    assert may_answer(A_YEAR, kroner(30), kroner(31)) is CarryRefusal.OVER_ASKED
    assert may_answer(A_YEAR, kroner(30), Ore(-1)) is CarryRefusal.OVER_ASKED
    unreported = YearMoney(kroner(9), kroner(9), None)
    assert may_answer(unreported, kroner(1), NOTHING) is CarryRefusal.NOT_REPORTED


def test_the_last_day_is_that_of_the_report_also_when_it_was_put_off() -> None:
    assert last_day_to_ask(2026, None) == date(2027, 4, 1)
    assert last_day_to_ask(2026, date(2027, 4, 1)) == date(2027, 4, 1)
    assert last_day_to_ask(2026, date(2027, 5, 2)) == date(2027, 5, 2)
