"""The effects that have no price: an ordinal scale, and which level does best by it (inv. 261–262).

The scale's figure is missing in the draft. The steps that its table uses are given in order; a worth between
two steps, as the table has one, counts as halfway. The sums only rank the levels, and mean nothing else.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import StrEnum

from criteria.economics.model import Level


class Worth(StrEnum):
    """What an effect is worth beside the others."""

    VERY_SMALL = "very_small"
    SMALL = "small"
    SMALL_TO_MIDDLE = "small_to_middle"
    MIDDLE = "middle"
    LARGE = "large"
    VERY_LARGE = "very_large"


_STEPS = {
    Worth.VERY_SMALL: Decimal(1),
    Worth.SMALL: Decimal(2),
    Worth.SMALL_TO_MIDDLE: Decimal("2.5"),
    Worth.MIDDLE: Decimal(3),
    Worth.LARGE: Decimal(4),
    Worth.VERY_LARGE: Decimal(5),
}


def ranking(worths: Mapping[Level, Collection[Worth]]) -> dict[Level, int]:
    """Rank the levels by the worth of their effects, 1 for the best; equal ones share the better rank."""
    sums = {level: sum(_STEPS[one] for one in those) for level, those in worths.items()}
    return {level: 1 + sum(other > own for other in sums.values()) for level, own in sums.items()}
