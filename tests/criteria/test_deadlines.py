from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.deadlines import (
    NaiveMomentError,
    annual_report_due,
    closing_moment,
    days_after,
    is_open,
    opening_moment,
    reminder_is_due,
)
from tests.criteria.strategies import moments

OPENS = date(2023, 11, 15)
SECOND = timedelta(seconds=1)
SPRING_NIGHT = date(2024, 3, 31)  # a day of 23 hours in Oslo
AUTUMN_NIGHT = date(2024, 10, 27)  # a day of 25 hours in Oslo

dates = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("closes_on", "last_second"),
    [
        (date(2024, 1, 15), datetime(2024, 1, 15, 22, 59, 59, tzinfo=UTC)),
        (date(2024, 6, 15), datetime(2024, 6, 15, 21, 59, 59, tzinfo=UTC)),
        (SPRING_NIGHT, datetime(2024, 3, 31, 21, 59, 59, tzinfo=UTC)),
        (SPRING_NIGHT - timedelta(days=1), datetime(2024, 3, 30, 22, 59, 59, tzinfo=UTC)),
        (AUTUMN_NIGHT, datetime(2024, 10, 27, 22, 59, 59, tzinfo=UTC)),
        (AUTUMN_NIGHT - timedelta(days=1), datetime(2024, 10, 26, 21, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_call_is_open_to_the_last_second_of_its_last_day_in_oslo(
    closes_on: date, last_second: datetime
) -> None:
    assert is_open(OPENS, closes_on, last_second)
    assert not is_open(OPENS, closes_on, last_second + SECOND)
    assert not is_open(OPENS, closes_on, last_second + 2 * SECOND)


def test_a_call_opens_at_midnight_in_oslo() -> None:
    opening = datetime(2023, 11, 14, 23, 0, 0, tzinfo=UTC)
    assert opening_moment(OPENS) == opening
    assert not is_open(OPENS, OPENS, opening - SECOND)
    assert is_open(OPENS, OPENS, opening)
    assert is_open(OPENS, OPENS, opening + SECOND)


def test_days_are_23_and_25_hours_long_when_the_clocks_change() -> None:
    for day, hours in ((SPRING_NIGHT, 23), (AUTUMN_NIGHT, 25), (OPENS, 24)):
        assert closing_moment(day) - opening_moment(day) == timedelta(hours=hours)


@given(dates)
def test_one_day_closes_when_the_next_opens(day: date) -> None:
    assert closing_moment(day) == opening_moment(day + timedelta(days=1))


@given(moments)
def test_a_moment_lies_within_the_date_it_has_in_oslo(moment: datetime) -> None:
    assert is_open(days_after(moment, 0), days_after(moment, 0), moment)


def test_days_are_counted_from_the_date_in_oslo_not_in_utc() -> None:
    late_in_the_evening = datetime(2024, 2, 1, 23, 30, tzinfo=UTC)  # 00.30 on the 2nd in Oslo
    assert days_after(late_in_the_evening, 21) == date(2024, 2, 23)


def test_a_deadline_keeps_its_day_when_the_clocks_change_in_between() -> None:
    assert days_after(datetime(2024, 3, 20, 22, 30, tzinfo=UTC), 21) == date(2024, 4, 10)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_the_report_of_a_year_is_due_the_first_of_april_after(year: int) -> None:
    assert annual_report_due(year) == date(year + 1, 4, 1)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2024, 1, 15, 12, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(NaiveMomentError):
        is_open(OPENS, OPENS, naive)
    with pytest.raises(NaiveMomentError):
        days_after(naive, 1)


@given(asked_on=dates, length=st.integers(1, 60))
def test_one_is_reminded_on_the_last_days_and_never_on_the_day_one_is_asked(
    asked_on: date, length: int
) -> None:
    due_on = asked_on + timedelta(days=length)
    days = [asked_on + timedelta(days=number) for number in range(length + 5)]
    reminded = [day for day in days if reminder_is_due(asked_on, due_on, day)]
    assert reminded == days[max(1, length - 3) : length + 1]
