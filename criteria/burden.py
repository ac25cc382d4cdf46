"""What it takes to apply (peers call it the burden): numbers of the middle application of a call.

Few applications tell more about somebody than about the form: fewer than `FEWEST` are not told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Effort:
    """What one application took: characters written, time between saves, days, and what it began with.

    `written`: from the first to the last save of each time somebody sat with a part, so the time before
    the first save is not in it. `reused`: began as an earlier application, or with a fact sheet. `said`: what
    the applicant says that it took in all, if anything.
    """

    characters: int
    written: timedelta
    open_days: int
    reused: bool
    said: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Burden:
    """The middle application of a call, and the share (of one) that began with what was known."""

    applications: int
    characters: int
    minutes: int
    open_days: int
    reused: float
    said: int | None = None
    """The middle of the minutes that applicants said it took; None when too few have said it."""
    saying: int = 0
    """How many have said it."""


def burden_of(efforts: Sequence[Effort]) -> Burden | None:
    """Find the middle of some applications; None when they are too few to be told."""
    if len(efforts) < FEWEST:
        return None
    said = [one.said.total_seconds() for one in efforts if one.said is not None]
    return Burden(
        applications=len(efforts),
        characters=round(median(one.characters for one in efforts)),
        minutes=round(median(one.written.total_seconds() for one in efforts) / 60),
        open_days=round(median(one.open_days for one in efforts)),
        reused=sum(one.reused for one in efforts) / len(efforts),
        said=round(median(said) / 60) if len(said) >= FEWEST else None,
        saying=len(said),
    )
