"""Interest on a claim that is paid late, where the scheme has a rule for it; without a rule there is none.

Amounts are øre. A day bears a 365th of the year's rate, also in leap years, from the day after the money
was due to the day it came, both counted. Each stretch of days with the same overdue amount and rate is
rounded to whole øre, half an øre upwards, and interest bears no interest.
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
    due: Sequence[Moved], settled: Sequence[Moved], rates: Sequence[Rate], until: date
) -> tuple[Stretch, ...]:
    """Divide the days until a day, it counted, into stretches that bear interest; the first first."""
    if not due or not rates:
        return ()
    begins = {one.on + _DAY for one in (*due, *settled)} | {one.from_on for one in rates}
    points = sorted(day for day in begins if day <= until)
    found = [
        Stretch(first, after - _DAY, _overdue(first, due, settled), _rate(first, rates))
        for first, after in zip(points, [*points[1:], until + _DAY], strict=True)
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
