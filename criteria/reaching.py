"""What the scheme set out to reach, and the kinds of kommuner that its analysis reckons with.

The draft (table 6) divides the kommuner by what they would have done without the grant. Those that nothing
reaches are one kind, whatever they planned; of those that are reached, each says itself what it had planned
(inv. 283–286).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from statistics import median

POPULATION_GOAL = 85
"""Percent of the inhabitants outside Helse Midt-Norge (inv. 229)."""


class WithoutGrant(StrEnum):
    """What a kommune would have done without the grant."""

    SIMPLE = "simple"
    EXTENSIVE = "extensive"
    NOTHING = "nothing"


class MunicipalityType(StrEnum):
    """The kinds of the draft's table 6, and those that have not said what they planned."""

    ONE = "1"
    TWO = "2"
    THREE_A = "3a"
    THREE_B = "3b"
    UNKNOWN = "unknown"


EXPECTED: dict[MunicipalityType, tuple[int, int]] = {
    MunicipalityType.ONE: (15, 20),
    MunicipalityType.TWO: (20, 25),
    MunicipalityType.THREE_A: (10, 15),
    MunicipalityType.THREE_B: (45, 45),
}
"""The share of the kommuner that the draft expects, in percent. Together 90 to 105: they are no whole."""

_PLANNED = {
    WithoutGrant.SIMPLE: MunicipalityType.ONE,
    WithoutGrant.EXTENSIVE: MunicipalityType.TWO,
    WithoutGrant.NOTHING: MunicipalityType.THREE_A,
}


def type_of(*, reached: bool, without_grant: WithoutGrant | None) -> MunicipalityType:
    """Give the kind of a kommune by what it has said that it would have done."""
    if not reached:
        return MunicipalityType.THREE_B
    return _PLANNED[without_grant] if without_grant else MunicipalityType.UNKNOWN


@dataclass(frozen=True, slots=True)
class Goal:
    """A share that was to be reached, in percent, and how much of how many is."""

    percent: int
    reached: int
    of: int

    @property
    def is_met(self) -> bool:
        """Tell whether the share is reached, exactly: no rounding makes a goal."""
        return self.of > 0 and Fraction(self.reached, self.of) * 100 >= self.percent

    @property
    def share(self) -> Decimal:
        """Give the share that is reached in percent, with one decimal that is never rounded up."""
        return Decimal(self.reached * 1000 // self.of) / 10 if self.of else Decimal(0)

    @property
    def lacking(self) -> int:
        """How many more it takes."""
        return max(-(-self.percent * self.of // 100) - self.reached, 0)


@dataclass(frozen=True, slots=True)
class Waits:
    """How many days people waited: how many of them, the middle one, and the longest."""

    number: int
    middle: float | None
    longest: int | None


def waits_of(days: Sequence[int]) -> Waits:
    """Sum waits up; of none, nothing is the middle."""
    return Waits(len(days), float(median(days)) if days else None, max(days, default=None))
