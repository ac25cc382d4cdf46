"""What statistics of the marking come to, and what their numbers are called. Loads no numerical library."""

from dataclasses import dataclass
from enum import StrEnum


class Scale(StrEnum):
    """What a step on the scale means: only which is higher, or that all steps are as long."""

    ORDINAL = "ordinal"
    INTERVAL = "interval"


class Weights(StrEnum):
    """How a disagreement of several steps counts in kappa: as so many, or as their square."""

    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Given:
    """A mark that an assessor has given a case."""

    case: int
    assessor: int
    mark: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """The coefficient, its interval at 95 percent, and how many cases it is from."""

    estimate: float
    low: float
    high: float
    cases: int


@dataclass(frozen=True, slots=True)
class Distance:
    """How far an officer's marks lie above the others' mean in the same cases, or below when negative.

    `interval` is at 95 percent; None for a single case.
    """

    mean: float
    interval: tuple[float, float] | None
    cases: int

    @property
    def is_certain(self) -> bool:
        """Tell whether the interval leaves out that there is no difference."""
        return self.interval is not None and (self.interval[0] > 0 or self.interval[1] < 0)


@dataclass(frozen=True, slots=True)
class Spread:
    """An officer's marks in all. `deviation` is None for a single mark.

    `above_others` is None where nobody else has marked any of the same cases.
    """

    assessor: int
    marks: int
    mean: float
    deviation: float | None
    lowest: int
    highest: int
    above_others: Distance | None


@dataclass(frozen=True, slots=True)
class Drift:
    """How much a mark changes from one case to the next as they are read, with its interval at 95 percent."""

    each: float
    low: float
    high: float
    cases: int

    @property
    def is_certain(self) -> bool:
        """Tell whether the interval leaves out that nothing changes."""
        return self.low > 0 or self.high < 0


class Strength(StrEnum):
    """How strong an agreement is by weighted kappa, in the words of Altman (1991)."""

    POOR = "poor"
    FAIR = "fair"
    MODERATE = "moderate"
    GOOD = "good"
    VERY_GOOD = "very_good"


class Reliability(StrEnum):
    """What marks can bear by Krippendorff's alpha, in the words of Krippendorff (2004)."""

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    UNRELIABLE = "unreliable"


_STRENGTHS = (
    (0.20, Strength.POOR),
    (0.40, Strength.FAIR),
    (0.60, Strength.MODERATE),
    (0.80, Strength.GOOD),
)
_RELIABLE, _TENTATIVE = 0.800, 0.667
FEW = 10
"""Numbers from fewer cases than this are hardly to be relied on; pages say so."""


def strength_of(kappa: float) -> Strength:
    """Give the word for a kappa."""
    return next((word for most, word in _STRENGTHS if kappa <= most), Strength.VERY_GOOD)


def reliability_of(coefficient: float) -> Reliability:
    """Give the word for an alpha."""
    if coefficient >= _RELIABLE:
        return Reliability.RELIABLE
    return Reliability.TENTATIVE if coefficient >= _TENTATIVE else Reliability.UNRELIABLE
