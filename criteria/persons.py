"""When figures that are about persons may be told (thresholds and dominance).

Fewer than three persons behind a figure: each of two could take away the own and see the other's. One who
gave more than four fifths of it: the figure tells of that one.
"""

from collections.abc import Collection

FEWEST_PERSONS = 3
LARGEST_SHARE_PERCENT = 80
_WHOLE = 100


def may_be_told(persons: int) -> bool:
    """Tell whether so many persons stand behind a figure that none of them can be seen in it."""
    return persons >= FEWEST_PERSONS


def is_sensitive(parts: Collection[int]) -> bool:
    """Tell whether a sum shows a person: `parts` is what each gave of it. Nothing at all does not."""
    given = [part for part in parts if part]
    if not given:
        return False
    return not may_be_told(len(given)) or max(given) * _WHOLE > LARGEST_SHARE_PERCENT * sum(given)
