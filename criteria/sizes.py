"""How large a kommune is, in three bands: under 5 000 inhabitants, up to 20 000, and above."""

from enum import StrEnum

SMALL, MIDDLE = 5_000, 20_000


class SizeClass(StrEnum):
    """The bands."""

    UNDER_5000 = "under_5000"
    TO_20000 = "to_20000"
    ABOVE_20000 = "above_20000"


def size_class(inhabitants: int) -> SizeClass:
    """Give the band; 5 000 and 20 000 are in the middle one."""
    if inhabitants < SMALL:
        return SizeClass.UNDER_5000
    return SizeClass.TO_20000 if inhabitants <= MIDDLE else SizeClass.ABOVE_20000
