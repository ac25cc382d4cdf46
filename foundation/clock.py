"""The time. The only file that asks what time it is.

Moments are aware UTC; dates are dates in Oslo. A day ends at the next midnight in Oslo, so what closes
on 15 January is open until 23:59:59 that day there, also on the nights when the clocks change.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


class _Hands:
    """Where the clock's hands stand: frozen in tests, moved in a demonstration."""

    frozen: datetime | None = None
    moved: timedelta = timedelta(0)


def now() -> datetime:
    """Tell this moment as aware UTC."""
    if _Hands.frozen is not None:
        return _Hands.frozen
    return datetime.now(UTC) + _Hands.moved


def today() -> date:
    """Tell the date in Oslo."""
    return in_oslo(now()).date()


def in_oslo(moment: datetime) -> datetime:
    """Show a moment as people in Norway read it."""
    return moment.astimezone(OSLO)


def start_of_day(day: date) -> datetime:
    """Give the first moment of a day in Oslo, as UTC."""
    return datetime.combine(day, time.min, tzinfo=OSLO).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Give the first moment after a day in Oslo, as UTC: what is before it is in time."""
    return start_of_day(day + timedelta(days=1))


def of_year(year: int) -> tuple[datetime, datetime]:
    """Give the first and the last moment of a year in Oslo, as UTC."""
    first, after = start_of_day(date(year, 1, 1)), start_of_day(date(year + 1, 1, 1))
    return first, after - timedelta(microseconds=1)


def move(by: timedelta) -> None:
    """Set how far a demonstration's clock stands from the real one."""
    _Hands.moved = by


def moved() -> timedelta:
    """Tell how far a demonstration's clock stands from the real one."""
    return _Hands.moved


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Hold the clock still at an aware moment, for tests."""
    before = _Hands.frozen
    _Hands.frozen = moment.astimezone(UTC)
    try:
        yield
    finally:
        _Hands.frozen = before
