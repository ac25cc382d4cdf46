"""When figures that are about persons may be told: never of fewer than three."""

FEWEST_PERSONS = 3
"""The fewest persons behind a figure: each of two could take away the own and see the other's."""


def may_be_told(persons: int) -> bool:
    """Tell whether so many persons stand behind a figure that none of them can be seen in it."""
    return persons >= FEWEST_PERSONS
