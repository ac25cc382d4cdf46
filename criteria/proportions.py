"""How many of how many, and how sure that is: shares with Wilson's interval at 95 percent.

Wilson (1927), as Newcombe (1998) recommends it: it never leaves 0 to 1, and says something also where none
or all are counted.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

_NORMAL = NormalDist().inv_cdf(0.975)
FEWEST = 5
"""A percentage of fewer than this says more than there is to say."""


class ProportionError(ValueError):
    """More are counted than there are, or fewer than none."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many of all. Raises ProportionError for what cannot be."""

    count: int
    of: int

    def __post_init__(self) -> None:
        """Refuse more than all, and less than nothing."""
        if not 0 <= self.count <= self.of:
            raise ProportionError(f"{self.count} of {self.of}")

    @property
    def is_few(self) -> bool:
        """Tell whether there are too few for a percentage."""
        return self.of < FEWEST

    @property
    def share(self) -> float:
        """Give the share, 0 to 1; 0 of nothing is 0."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Give what the share may well be in the long run, from and to; anything where there is nothing."""
        if not self.of:
            return 0.0, 1.0
        square = _NORMAL**2
        middle = (self.share + square / (2 * self.of)) / (1 + square / self.of)
        spread = self.share * (1 - self.share) / self.of + square / (4 * self.of**2)
        width = _NORMAL * sqrt(spread) / (1 + square / self.of)
        low = 0.0 if self.count == 0 else middle - width
        high = 1.0 if self.count == self.of else middle + width
        return low, high
