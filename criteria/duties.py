"""Which reports a grant obliges to, and when they are due (rapportplikt).

Helsedirektoratet asks for a report as of 31 December by 1 April of the year after, and money must be used
within its grant year. So there is an annual report for each year of the grant, and a final one for the
whole of it, due with the last of them: there is nothing left to use after that year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from criteria.deadlines import annual_report_due

REMINDED_BEFORE = timedelta(days=14)
REMINDED_AFTER = timedelta(days=30)
_LATE = timedelta(days=3)
"""How long before and after its day a report is reminded of: the office's own choice, as no rule says."""


class DutyKind(StrEnum):
    """The kinds of report that a grant obliges to."""

    ANNUAL = "annual"
    FINAL = "final"


class Nudge(StrEnum):
    """The two times that a report is reminded of."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is owed. `year`: the year it tells of; for a final one the last of the grant."""

    kind: DutyKind
    year: int
    due_on: date


def reports_due(years: Iterable[int]) -> tuple[Due, ...]:
    """List the reports that a grant for some years obliges to; a grant for no year obliges to none."""
    ordered = sorted(set(years))
    annual = [Due(DutyKind.ANNUAL, year, annual_report_due(year)) for year in ordered]
    final = [Due(DutyKind.FINAL, year, annual_report_due(year)) for year in ordered[-1:]]
    return (*annual, *final)


def nudge_on(due_on: date, today: date) -> Nudge | None:
    """Tell which reminder of an owed report is due on a day: in its last two weeks, or when it is late.

    A late one gets three days of grace, and is left to the list of overdue reports after a month.
    """
    if today <= due_on <= today + REMINDED_BEFORE:
        return Nudge.BEFORE
    if _LATE <= today - due_on <= REMINDED_AFTER:
        return Nudge.AFTER
    return None
