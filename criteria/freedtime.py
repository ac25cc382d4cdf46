"""What minutes saved each day come to in a year (inv. 255, 256): an estimate to begin with, no measurement.

The founding description of the benefits (Gevinstbeskrivelse, chapter 1.7.3) expects 13–26 minutes a day for
each employee, from the analyses of Akson, and imagines that gathering information falls from 15 to 10 percent
of the working day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from foundation.money import Ore

LEAST, MOST = Decimal(13), Decimal(26)
"""Minutes a day for each employee."""
NOW, THEN = 15, 10
"""Percent of the working day that goes to gathering information, and what it is imagined to fall to."""
WORKING_DAYS = 230
WORKING_MINUTES = 450
"""A working day of seven and a half hours."""
_HOUR = 60
_ALL = 100


class Assumption(StrEnum):
    """How many minutes are assumed to be saved."""

    LEAST = "freed_least"
    SHARE = "freed_share"
    MOST = "freed_most"
    OWN = "freed_own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Those who would save time. `hourly`: what an hour costs with everything, in øre, when that is known."""

    employees: int
    days: int = WORKING_DAYS
    minutes: int = WORKING_MINUTES
    hourly: Ore | None = None
    own: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Freed:
    """What an assumption comes to in a year: hours, full-time posts, and øre where the hour has a price."""

    assumption: Assumption
    daily: Decimal
    hours: Decimal
    posts: Decimal
    worth: Ore | None


def freed(at: Workplace) -> Iterator[Freed]:
    """Reckon each assumption, from the least to the most, and the workplace's own last."""
    minutes = {
        Assumption.LEAST: LEAST,
        Assumption.SHARE: Decimal(at.minutes * (NOW - THEN)) / _ALL,
        Assumption.MOST: MOST,
    }
    for assumption, daily in sorted(minutes.items(), key=lambda one: one[1]):
        yield _freed(at, assumption, daily)
    if at.own is not None:
        yield _freed(at, Assumption.OWN, at.own)


def _freed(at: Workplace, assumption: Assumption, daily: Decimal) -> Freed:
    hours = daily * at.employees * at.days / _HOUR
    return Freed(
        assumption,
        daily,
        hours,
        daily * at.employees / at.minutes,
        None if at.hourly is None else Ore(round(hours * at.hourly)),
    )
