"""Working days in Norway, and how weeks, months and years are counted (domstolloven §§ 148 and 149)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.lawful_days import Rest, months_after, rest_on, weeks_after, working_day_from

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def easter_sunday(year: int) -> date:
    """Compute Easter by Butcher's method, so that the library is not checked against itself."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@pytest.mark.parametrize("year", range(1990, 2100))
def test_the_holidays_of_a_year_are_those_of_the_law(year: int) -> None:
    easter = easter_sunday(year)
    moved = {easter + timedelta(days=off) for off in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {date(year, *day) for day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    first = date(year, 1, 1)
    every_day = [first + timedelta(days=number) for number in range(365)] + [date(year, 12, 31)]
    assert {day for day in every_day if rest_on(day) is Rest.HOLIDAY} == moved | fixed


@given(days)
def test_a_day_is_extended_to_the_nearest_working_day_and_no_further(day: date) -> None:
    ends = working_day_from(day)
    assert rest_on(ends) is None
    passed = [day + timedelta(days=number) for number in range((ends - day).days)]
    assert all(rest_on(one) is not None for one in passed)
    assert len(passed) <= 5


@given(days)
def test_only_saturdays_sundays_and_holidays_rest(day: date) -> None:
    weekend = {5: Rest.SATURDAY, 6: Rest.SUNDAY}.get(day.weekday())
    assert rest_on(day) in (weekend, Rest.HOLIDAY)


def test_the_eves_are_working_days() -> None:
    assert rest_on(date(2026, 12, 24)) is None
    assert rest_on(date(2026, 12, 31)) is None
    assert working_day_from(date(2026, 12, 25)) == date(2026, 12, 28)
    assert working_day_from(date(2026, 4, 2)) == date(2026, 4, 7)


@given(days, st.integers(min_value=1, max_value=30))
def test_weeks_end_on_the_day_of_the_same_name(day: date, weeks: int) -> None:
    ends = weeks_after(day, weeks)
    assert ends.weekday() == day.weekday()
    assert (ends - day).days == weeks * 7


@given(days, st.integers(min_value=1, max_value=30))
def test_months_end_on_the_day_of_the_same_number_or_on_their_last(day: date, months: int) -> None:
    ends = months_after(day, months)
    assert (ends.year * 12 + ends.month) - (day.year * 12 + day.month) == months
    last = (ends + timedelta(days=1)).month != ends.month
    assert ends.day == day.day or (last and ends.day < day.day)


def test_a_month_from_the_last_of_january_is_the_last_of_february() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
