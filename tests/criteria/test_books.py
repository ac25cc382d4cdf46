from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from criteria.moving import Move, MoveRefusal, Place, may_carry_over, may_transfer
from criteria.periods import Books, CloseRefusal, booking_day, last_day_of, may_close
from criteria.postings import EntryKind, Posting, balance
from foundation.money import NOTHING, Ore, kroner

TODAY = date(2026, 3, 12)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
LEFT, ENTERED = Place(60, 2025), Place(60, 2026)


def test_months_are_closed_in_turn_when_they_are_over() -> None:
    nothing, begun = Books(None), Books(date(2026, 1, 20))
    assert may_close(date(2026, 1, 1), nothing, TODAY) is CloseRefusal.NOTHING_BOOKED
    assert may_close(date(2026, 2, 1), begun, TODAY) is CloseRefusal.SKIPS_A_MONTH
    assert may_close(date(2026, 1, 1), begun, TODAY) is None
    january = Books(date(2026, 1, 20), date(2026, 1, 31))
    assert may_close(date(2026, 1, 1), january, TODAY) is CloseRefusal.ALREADY_CLOSED
    assert may_close(date(2026, 2, 1), january, TODAY) is None
    assert may_close(date(2026, 2, 1), january, date(2026, 2, 28)) is CloseRefusal.NOT_OVER
    february = Books(date(2026, 1, 20), date(2026, 2, 28))
    assert may_close(date(2026, 3, 1), february, TODAY) is CloseRefusal.NOT_OVER


def test_a_late_fact_is_booked_on_the_first_open_day() -> None:
    january = Books(date(2026, 1, 20), date(2026, 1, 31))
    assert booking_day(date(2026, 1, 31), january) == date(2026, 2, 1)
    assert booking_day(date(2025, 12, 3), january) == date(2026, 2, 1)
    assert booking_day(date(2026, 2, 1), january) == date(2026, 2, 1)
    assert booking_day(date(2026, 1, 3), Books(date(2026, 1, 2))) == date(2026, 1, 3)


@given(DAYS, DAYS, st.integers(0, 40))
def test_nothing_is_ever_booked_in_a_month_that_is_closed(
    begun_on: date, happened_on: date, months: int
) -> None:
    books = Books(begun_on)
    for _ in range(months):
        assert books.next_month is not None
        closed = last_day_of(books.next_month)
        assert may_close(books.next_month, books, closed + timedelta(days=1)) is None
        books = Books(begun_on, closed)
    assert not books.is_closed(booking_day(happened_on, books))
    assert booking_day(happened_on, books) >= happened_on


def test_money_is_moved_only_to_another_place_and_by_authority() -> None:
    assert may_transfer(Move(LEFT, ENTERED, kroner(1), "Prop. 1 S")) is None
    assert may_transfer(Move(LEFT, LEFT, kroner(1), "Prop. 1 S")) is MoveRefusal.SAME_PLACE
    assert may_transfer(Move(LEFT, ENTERED, NOTHING, "Prop. 1 S")) is MoveRefusal.NEGATIVE
    assert may_transfer(Move(LEFT, ENTERED, kroner(1), " ")) is MoveRefusal.AUTHORITY_MISSING


def test_a_carry_over_goes_to_the_next_year_of_the_post_and_has_its_document() -> None:
    move = Move(LEFT, ENTERED, kroner(1), "Brev fra departementet")
    assert may_carry_over(move, documented=True) is None
    assert may_carry_over(move, documented=False) is MoveRefusal.DOCUMENT_MISSING
    for target, refusal in (
        (Place(73, 2026), MoveRefusal.OTHER_POST),
        (Place(60, 2027), MoveRefusal.NOT_TO_NEXT_YEAR),
        (Place(60, 2025), MoveRefusal.NOT_TO_NEXT_YEAR),
    ):
        elsewhere = Move(LEFT, target, kroner(1), "Brev")
        assert may_carry_over(elsewhere, documented=True) is refusal
    assert may_carry_over(Move(LEFT, ENTERED, kroner(1), ""), documented=True) is (
        MoveRefusal.AUTHORITY_MISSING
    )


@given(st.integers(1, 10**12))
def test_what_is_moved_adds_up_to_nothing(amount: int) -> None:
    parts = Move(LEFT, ENTERED, Ore(amount), "Prop. 1 S").parts
    sums = balance(
        Posting(EntryKind.TRANSFER, place.post, place.year, None, part) for place, part in parts
    )
    assert (sums.appropriated, [place for place, _ in parts]) == (NOTHING, [LEFT, ENTERED])
