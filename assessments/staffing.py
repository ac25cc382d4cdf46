"""How many each case takes."""

from assessments.models import Task

ASSESSORS = 2
"""How many read a case independently of each other (inv. 5, 175)."""


def readers_wanted(*, wants_third: bool) -> int:
    """Tell how many read a case, where a third reader may be asked for."""
    return ASSESSORS + 1 if wants_third else ASSESSORS


WANTED = {Task.HANDLE: 1, Task.ASSESS: ASSESSORS}
