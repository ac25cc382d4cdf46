"""The falling rate: who goes ahead gets most (inv. 97–98, 191)."""

from collections.abc import Mapping

from foundation.money import ORE_PER_KRONE, Ore

FULL_RATE = 100


def rate_for(start_year: int, rates: Mapping[int, int]) -> int:
    """Tell the percent of what is asked that a project starting in this year can get.

    A year that the table leaves out has the rate of the latest earlier year. Before the table
    begins, and where a call has no table, nothing is reduced: 100.
    """
    reached = [year for year in rates if year <= start_year]
    return rates[max(reached)] if reached else FULL_RATE


def reduced(asked: Ore, percent: int) -> Ore:
    """Give what is asked after the rate, rounded down to whole kroner; all of it at 100 percent."""
    if percent >= FULL_RATE:
        return asked
    return Ore(asked * percent // FULL_RATE // ORE_PER_KRONE * ORE_PER_KRONE)
