"""Interest on a claim that is paid late, where the scheme has a rule for it; without a rule there is none.

Amounts are øre. A day bears a 365th of the year's rate, also in leap years, from the day after the money
was due to the day it came, both counted. Each stretch of days with the same overdue amount and rate is
rounded to whole øre, half an øre upwards, and interest bears no interest. What is charged (booked) until a
day is followed by what runs from the day after: no day is charged twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from foundation.money import NOTHING, Ore

DAYS = 365
BASIS = 10_000
"""Basis points of the whole: a rate of 1250 is 12.50 percent a year."""
HIGHEST = 3000
_DAY = timedelta(days=1)


class InterestRefusal(StrEnum):
    """Why a rate cannot be set."""

    TOO_HIGH = "rate_too_high"
    FROM_PASSED = "rate_from_passed"
    SAME_DAY = "rate_same_day"


class ChargeRefusal(StrEnum):
    """Why interest cannot be charged, or what is booked with it not be changed."""

    NOTHING_RUN = "nothing_run"
    UNTIL_IN_FUTURE = "until_in_future"
    CHARGED_PAST = "charged_past"
    """A payment came before the last day that interest is charged for."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of a year that holds from a day on, in basis points. 0: no interest from that day."""

    from_on: date
    basis_points: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Money that falls due, or that comes in, on a day."""

    on: date
    amount: Ore


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends counted, with the same amount overdue and the same rate."""

    first: date
    last: date
    overdue: Ore
    basis_points: int

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def interest(self) -> Ore:
        """The interest of the stretch, to whole øre, half an øre upwards."""
        exact = Fraction(self.overdue * self.basis_points * self.days, BASIS * DAYS)
        return Ore((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


def stretches(
    due: Sequence[Moved],
    settled: Sequence[Moved],
    rates: Sequence[Rate],
    until: date,
    *,
    after: date | None = None,
) -> tuple[Stretch, ...]:
    """Divide the days until a day, it counted, into stretches that bear interest; the first first.

    `after`: the last day that interest is charged for already; the days until it are left out.
    """
    if not due or not rates:
        return ()
    first = min(one.on for one in due) if after is None else after
    begins = {one.on + _DAY for one in (*due, *settled)} | {one.from_on for one in rates}
    points = sorted(day for day in begins | {first + _DAY} if first < day <= until)
    ends = [*(day - _DAY for day in points[1:]), until]
    found = [
        Stretch(begin, end, _overdue(begin, due, settled), _rate(begin, rates))
        for begin, end in zip(points, ends, strict=False)
    ]
    return tuple(one for one in found if one.overdue and one.basis_points)


def total(of: Sequence[Stretch]) -> Ore:
    """Add up the interest of stretches."""
    return Ore(sum(one.interest for one in of))


def _overdue(day: date, due: Sequence[Moved], settled: Sequence[Moved]) -> Ore:
    """Give what was due before a day and had not come before it."""
    owed = sum(one.amount for one in due if one.on < day)
    return Ore(max(NOTHING, owed - sum(one.amount for one in settled if one.on < day)))


def _rate(day: date, rates: Sequence[Rate]) -> int:
    holds = [one for one in rates if one.from_on <= day]
    return max(holds, key=lambda one: one.from_on).basis_points if holds else 0
