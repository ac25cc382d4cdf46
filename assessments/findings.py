"""The newest examination as a page shows it: each rule's answer in words, and what still stops the case."""

from dataclasses import dataclass
from datetime import datetime

from applications.models import Application
from applications.todo import lacks_of
from applications.words import Told, explained
from assessments.models import Examination, FormalFinding
from criteria.eligibility import Finding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A rule's answer in words, and the row it is kept in."""

    told: Told
    kept: FormalFinding

    @property
    def stops(self) -> bool:
        """Tell whether the case cannot go on because of it."""
        return self.kept.blocking and self.kept.overruled_at is None


@dataclass(frozen=True, slots=True)
class ShownExamination:
    """An examination in words. `lacks` is what the application is not complete without."""

    examination: Examination
    rows: tuple[FindingRow, ...]
    lacks: tuple[str, ...]
    outdated: bool

    @property
    def stopping(self) -> int:
        """Count what keeps the case from going on."""
        return sum(row.stops for row in self.rows)


def shown(application: Application, examination: Examination | None) -> ShownExamination | None:
    """Say an examination in the reader's language; None when there is none. Needs the case whole."""
    if examination is None:
        return None
    answered = [one.answered_at for one in application.deficiencies if one.answered_at is not None]
    return ShownExamination(
        examination=examination,
        rows=tuple(FindingRow(explained(as_found(one)), one) for one in examination.findings),
        lacks=lacks_of(application),
        outdated=_is_older(examination.examined_at, answered),
    )


def as_found(kept: FormalFinding) -> Finding:
    """Give a kept finding as the rule gave it."""
    return Finding(kept.rule, kept.met, kept.reason, tuple(kept.values.items()))


def _is_older(examined_at: datetime, answered: list[datetime]) -> bool:
    return any(moment > examined_at for moment in answered)
