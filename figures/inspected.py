"""A run of the checks as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from figures.checks import CHECKS
from figures.models import Inspection
from figures.words import CHECK_WORDS


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found; None while it has not been run."""

    told: str
    found: int | None
    first: Sequence[str]


@dataclass(frozen=True, slots=True)
class InspectionRun:
    """A run: who asked, when, how far it has come and what it found."""

    number: int
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None
    results: Sequence[CheckResult]

    @property
    def done(self) -> int:
        """How many checks have been run."""
        return sum(one.found is not None for one in self.results)

    @property
    def total(self) -> int:
        """How many checks there are."""
        return len(self.results)

    @property
    def found(self) -> int:
        """How many things are wrong, as far as it has come."""
        return sum(one.found or 0 for one in self.results)

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing is left to run."""
        return self.finished_at is not None


def told(inspection: Inspection) -> InspectionRun:
    """Lay a run out for its page. Needs who asked for it."""
    kept = {one["check"]: one for one in inspection.results["checks"]}
    return InspectionRun(
        number=inspection.id,
        asked_by=inspection.asked_by.name,
        asked_at=inspection.asked_at,
        finished_at=inspection.finished_at,
        results=[
            CheckResult(
                str(CHECK_WORDS[name]),
                kept[name]["found"] if name in kept else None,
                kept[name]["first"] if name in kept else (),
            )
            for name in CHECKS
        ],
    )
