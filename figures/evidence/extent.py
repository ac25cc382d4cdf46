"""How much an evidence pack is about."""

from enum import StrEnum


class Extent(StrEnum):
    """One case, one round or one budget year. The values stand in addresses."""

    CASE = "sak"
    ROUND = "runde"
    YEAR = "aar"
