"""Deadlines are dates in Oslo: what closes on a date is open to the last second of that day there.

Moments are aware; a naive one is refused, since nobody can tell when it is. Days are counted on the
calendar, so a deadline keeps its day also when the clocks change in between.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
REMINDED_BEFORE = timedelta(days=3)
_REPORTS_ARE_DUE = (4, 1)


class NaiveMomentError(ValueError):
    """A moment does not say its time zone."""


def opening_moment(opens_on: date) -> datetime:
    """Give the first moment of a date in Oslo, as UTC."""
    return datetime.combine(opens_on, time.min, tzinfo=OSLO).astimezone(UTC)


def closing_moment(closes_on: date) -> datetime:
    """Give the first moment after a date in Oslo, as UTC: what comes before it is in time."""
    return opening_moment(closes_on + timedelta(days=1))


def is_open(opens_on: date, closes_on: date, at: datetime) -> bool:
    """Tell whether a moment lies within the dates, both included, to the second in Oslo."""
    _refuse_naive(at)
    return opening_moment(opens_on) <= at < closing_moment(closes_on)


def days_after(moment: datetime, days: int) -> date:
    """Give the date in Oslo that lies so many days after the date of a moment."""
    _refuse_naive(moment)
    return moment.astimezone(OSLO).date() + timedelta(days=days)


def reminder_is_due(asked_on: date, due_on: date, today: date) -> bool:
    """Tell whether to remind today of what was asked for: in its last days, never the day it was asked.

    The office's own choice (`REMINDED_BEFORE`): no rule says how long before.
    """
    return asked_on < today <= due_on and due_on - today <= REMINDED_BEFORE


def interim_reply_due(came_on: date) -> date:
    """Give the last day for an interim reply: a month after the application came (fvl. 1967 § 11 a).

    The same day of the next month, or that month's last where it has no such day.
    """
    year, month = divmod(came_on.year * 12 + came_on.month, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(came_on.day, last))


def annual_report_due(year: int) -> date:
    """Give the day when the report for a year is due: 1 April of the year after.

    Source: Helsedirektoratet's regelverk for 2026, report as of 31 December.
    """
    month, day = _REPORTS_ARE_DUE
    return date(year + 1, month, day)


def _refuse_naive(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise NaiveMomentError(moment.isoformat())


def years_after(day: date, years: int) -> date:
    """Give the same day some years later, or earlier; 28 February for a leap day that year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
