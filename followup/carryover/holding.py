"""Holding an application for unused money while an act decides on it. The case is held before it."""

from followup.carryover.models import CarryOver
from followup.carryover.refusals import Refusal
from foundation.database import locked
from foundation.errors import RuleBrokenError, StaleError


def hold_carry_over(found: CarryOver, *, seen: int | None = None) -> CarryOver:
    """Hold one that is still open; `seen` is the version that somebody had before the eyes.

    Raises RuleBrokenError, StaleError.
    """
    held = locked(found)
    if not held.is_open:
        raise RuleBrokenError(Refusal.NOT_OPEN)
    if seen is not None and held.version != seen:
        raise StaleError
    return held
