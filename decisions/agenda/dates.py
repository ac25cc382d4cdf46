"""What a date in a case is about, and how dates are put in weeks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

DAYS_AHEAD = 56
"""How far the office's calendar looks: eight weeks."""


class DateKind(StrEnum):
    """What falls on a date."""

    INTERIM_REPLY = "interim_reply"
    ANSWER_EXPECTED = "answer_expected"
    DEFICIENCY = "deficiency"
    ACCEPTANCE = "acceptance"
    COMPLAINT = "complaint"
    COMPLAINT_REPLY = "complaint_reply"
    COMMENT = "comment"
    START = "start"


OFFICES = frozenset(
    {DateKind.INTERIM_REPLY, DateKind.ANSWER_EXPECTED, DateKind.COMPLAINT_REPLY}
)
"""What the office owes; past its day it is late."""
OVERDUE = OFFICES | {DateKind.ACCEPTANCE, DateKind.COMMENT, DateKind.DEFICIENCY}
"""What calls for something to be done when its day is past. The rest is then only over."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A date in a case. `owed`: something should be done by its day, and is late after it."""

    on: date
    kind: StrEnum
    case_number: str
    application_id: int
    title: str
    owed: bool = False

    def is_late(self, today: date) -> bool:
        """Tell whether its day is past and something should have been done."""
        return self.owed and self.on < today


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the calendar, by its Monday."""

    monday: date
    dues: Sequence[Due]

    @property
    def number(self) -> int:
        """The week's number as Norwegian calendars have it (ISO 8601)."""
        return self.monday.isocalendar().week

    @property
    def year(self) -> int:
        """The year that the week is counted in."""
        return self.monday.isocalendar().year


def weeks_of(dues: Iterable[Due]) -> list[Week]:
    """Put dates in their weeks, in order."""
    ordered = sorted(dues)
    return [
        Week(monday, tuple(of_week)) for monday, of_week in groupby(ordered, key=_monday)
    ]


def _monday(due: Due) -> date:
    return due.on - timedelta(days=due.on.weekday())
