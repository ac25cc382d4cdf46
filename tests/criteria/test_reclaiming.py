from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from criteria.reclaiming import (
    OUTSIDE,
    Claimed,
    ReclaimState,
    after_decision,
    covered,
    due_by,
    in_parts,
    over_years,
    reduced,
    unpaid_parts,
)
from foundation.money import NOTHING, Ore, kroner

DAY = date(2026, 1, 31)


def test_the_newest_money_is_claimed_first_and_the_oldest_claim_paid_first() -> None:
    paid = {2025: kroner(60), 2026: kroner(40), 2027: NOTHING}
    assert over_years(kroner(50), paid, latest_first=True) == {2025: kroner(10), 2026: kroner(40)}
    assert over_years(kroner(50), paid, latest_first=False) == {2025: kroner(50)}
    with pytest.raises(ValueError, match="room"):
        over_years(kroner(101), paid, latest_first=True)


@given(
    by_year=st.dictionaries(st.integers(2024, 2028), st.integers(0, 10**9).map(Ore), min_size=1),
    data=st.data(),
    latest_first=st.booleans(),
)
def test_what_is_spread_is_the_amount_and_fits(
    by_year: dict[int, Ore], data: DataObject, *, latest_first: bool
) -> None:
    amount = Ore(data.draw(st.integers(0, sum(by_year.values()))))
    spread = over_years(amount, by_year, latest_first=latest_first)
    assert sum(spread.values()) == amount
    assert all(0 < part <= by_year[year] for year, part in spread.items())


@given(st.integers(36_00, 10**10).map(Ore), st.integers(1, 36), st.data())
def test_what_is_unpaid_of_the_parts_and_beside_them_is_what_is_outstanding(
    agreed: Ore, number: int, data: DataObject
) -> None:
    parts = in_parts(agreed, number, DAY)
    outstanding = Ore(data.draw(st.integers(0, 2 * agreed)))
    unpaid = unpaid_parts({part.number: part.amount for part in parts}, outstanding)
    assert sum(unpaid.values()) == outstanding
    assert unpaid[OUTSIDE] == max(0, outstanding - agreed)
    paid = [part.amount - unpaid[part.number] for part in parts]
    assert all(0 <= one <= part.amount for one, part in zip(paid, parts, strict=True))
    begun = [one < part.amount for one, part in zip(paid, parts, strict=True)]
    assert all(not one for one in paid[begun.index(True) + 1 :]) if any(begun) else True


@given(st.integers(36_00, 10**10).map(Ore), st.integers(1, 36), st.dates(DAY, date(2030, 1, 31)))
def test_parts_are_the_amount_and_fall_due_month_by_month(
    amount: Ore, number: int, first_due: date
) -> None:
    parts = in_parts(amount, number, first_due)
    assert sum(part.amount for part in parts) == amount
    months = [part.due_on.year * 12 + part.due_on.month for part in parts]
    assert months == list(range(months[0], months[0] + number))
    assert all(part.amount % 100 == 0 for part in parts[:-1])


def test_a_part_falls_due_on_the_last_day_of_a_month_that_is_too_short() -> None:
    assert [one.due_on for one in in_parts(kroner(3), 3, DAY)] == [
        DAY, date(2026, 2, 28), date(2026, 3, 31),
    ]  # fmt: skip
    for number in (0, 37, 4):
        with pytest.raises(ValueError, match="divided"):
            in_parts(kroner(3), number, DAY)


def test_overdue_is_what_should_have_been_paid_by_the_deadline_or_the_agreement() -> None:
    sums = Claimed(kroner(100), repaid=kroner(10))
    after = date(2026, 3, 1)
    assert due_by(DAY, (), DAY, sums) == NOTHING
    assert due_by(after, (), DAY, sums) == kroner(90)
    parts = in_parts(kroner(90), 3, DAY)
    assert [due_by(day, parts, DAY, sums) for day in (DAY, date(2026, 2, 1), after)] == [
        NOTHING, kroner(30), kroner(60),
    ]  # fmt: skip
    assert due_by(date(2027, 1, 1), parts, DAY, Claimed(kroner(100), kroner(100))) == NOTHING


sums = st.builds(
    lambda claimed, charged: Claimed(Ore(claimed), charged=Ore(charged)),
    st.integers(100_00, 10**9),
    st.integers(0, 10**8),
)


@given(owed=sums, data=st.data(), principal_first=st.booleans())
def test_a_payment_covers_the_interest_first_unless_who_paid_said_otherwise(
    owed: Claimed, data: DataObject, *, principal_first: bool
) -> None:
    amount = Ore(data.draw(st.integers(0, owed.outstanding)))
    found = covered(amount, owed, principal_first=principal_first)
    assert found.interest + found.principal == amount
    assert 0 <= found.interest <= owed.interest
    assert 0 <= found.principal <= owed.principal
    first = found.principal == owed.principal if principal_first else found.interest == owed.interest
    assert first or (found.interest if principal_first else found.principal) == 0


@given(sums, st.integers(1, 36))
def test_the_first_parts_of_an_agreement_take_the_interest_in(owed: Claimed, number: int) -> None:
    parts = in_parts(owed.outstanding, number, DAY, interest=owed.interest)
    assert sum(one.interest for one in parts) == owed.interest
    assert sum(one.principal for one in parts) == owed.principal
    assert all(one.interest in (NOTHING, one.amount) for one in parts[1:] if not one.principal)
    assert due_by(DAY, parts, DAY, owed) == NOTHING
    assert due_by(date(2030, 1, 1), parts, DAY, owed) == owed.outstanding


def test_interest_is_due_when_it_is_charged() -> None:
    owed = Claimed(kroner(100), charged=kroner(5), interest_paid=kroner(2))
    assert due_by(DAY, (), DAY, owed) == kroner(3)
    assert (owed.paid, owed.let_go) == (kroner(2), NOTHING)


def test_a_claim_is_settled_written_off_annulled_or_still_open() -> None:
    for sums, overdue, state in (
        (Claimed(), 0, ReclaimState.ANNULLED),
        (Claimed(kroner(2)), 0, ReclaimState.CLAIMED),
        (Claimed(kroner(2)), 1, ReclaimState.OVERDUE),
        (Claimed(kroner(2), kroner(2)), 0, ReclaimState.SETTLED),
        (Claimed(kroner(2), kroner(1), kroner(1)), 0, ReclaimState.WRITTEN_OFF),
    ):
        assert after_decision(sums, Ore(overdue)) is state


@given(
    st.integers(0, 10**9).map(Ore),
    st.dictionaries(st.integers(2024, 2028), st.integers(0, 10**9).map(Ore), max_size=5),
)
def test_a_reduction_takes_all_that_is_not_paid_before_anything_is_asked_back(
    amount: Ore, unpaid: dict[int, Ore]
) -> None:
    taken = reduced(amount, unpaid)
    assert sum(taken.cut.values()) + taken.back == amount
    assert all(0 < part <= unpaid[year] for year, part in taken.cut.items())
    assert taken.back == 0 or sum(taken.cut.values()) == sum(unpaid.values())
