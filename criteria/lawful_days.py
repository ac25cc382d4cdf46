"""Which days a legal deadline may end on, and how weeks, months and years are counted.

Domstolloven §§ 148 and 149, which forvaltningsloven 1967 § 30 refers to: what is set in weeks, months or
years ends on the day with the same name or number; a month without that number ends it on its last day;
and what ends on a Saturday, a holiday or a day that the law puts beside holidays (1 and 17 May) is
extended to the nearest working day after. Christmas Eve and New Year's Eve are no holidays in law.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays import country_holidays

_MONTHS = 12
_SATURDAY, _SUNDAY = 5, 6


class Rest(StrEnum):
    """Why a deadline does not end on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


def rest_on(day: date) -> Rest | None:
    """Tell why a day is no working day; None for one that is. A holiday on a weekend is a holiday."""
    if day in _holidays_of(day.year):
        return Rest.HOLIDAY
    return {_SATURDAY: Rest.SATURDAY, _SUNDAY: Rest.SUNDAY}.get(day.weekday())


def weeks_after(day: date, weeks: int) -> date:
    """Give the day of the same name some weeks later: the day it runs from is not counted."""
    return day + timedelta(weeks=weeks)


def months_after(day: date, months: int) -> date:
    """Give the day of the same number some months later, or the last of a month that lacks it."""
    whole = day.year * _MONTHS + day.month - 1 + months
    year, month = whole // _MONTHS, whole % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def working_day_from(day: date) -> date:
    """Give the day itself when it is a working day, else the nearest working day after it."""
    while rest_on(day) is not None:
        day += timedelta(days=1)
    return day


def working_days_after(day: date, days: int) -> date:
    """Give the day that is so many working days after another, which is not counted itself."""
    for _ in range(days):
        day = working_day_from(day + timedelta(days=1))
    return day


@lru_cache(maxsize=512)
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(country_holidays("NO", years=year))
