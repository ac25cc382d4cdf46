"""Closing the books month by month (periodeavslutning), and where a late fact is booked.

A closed month is never opened again: its sums are what was reported. A fact that comes to be known after its
month was closed is booked on the first day of the next open month, with the day it belongs to.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_A_DAY = timedelta(days=1)


class CloseRefusal(StrEnum):
    """Why a month may not be closed."""

    NOTHING_BOOKED = "nothing_booked"
    ALREADY_CLOSED = "already_closed"
    SKIPS_A_MONTH = "skips_a_month"
    NOT_OVER = "not_over"


@dataclass(frozen=True, slots=True)
class Books:
    """How far the books have come: the first day that anything is booked on, and the last that is closed."""

    begun_on: date | None
    closed_through: date | None = None

    @property
    def next_month(self) -> date | None:
        """The first day of the month that is closed next; None before anything is booked."""
        if self.closed_through is not None:
            return self.closed_through + _A_DAY
        return self.begun_on.replace(day=1) if self.begun_on else None

    def is_closed(self, day: date) -> bool:
        """Tell whether a day lies in a closed month, or before it."""
        return self.closed_through is not None and day <= self.closed_through


def last_day_of(first_day: date) -> date:
    """Give the last day of the month that a day begins."""
    return (first_day.replace(day=28) + 4 * _A_DAY).replace(day=1) - _A_DAY


def may_close(first_day: date, books: Books, today: date) -> CloseRefusal | None:
    """Tell why the month that a day begins may not be closed, or None: months are closed in turn."""
    if books.next_month is None:
        return CloseRefusal.NOTHING_BOOKED
    if books.is_closed(first_day):
        return CloseRefusal.ALREADY_CLOSED
    if first_day != books.next_month:
        return CloseRefusal.SKIPS_A_MONTH
    if last_day_of(first_day) >= today:
        return CloseRefusal.NOT_OVER
    return None


def booking_day(happened_on: date, books: Books) -> date:
    """Give the day that a fact is booked on: its own, or the first one that is not closed."""
    if books.closed_through is not None and books.is_closed(happened_on):
        return books.closed_through + _A_DAY
    return happened_on
