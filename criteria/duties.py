"""Which reports a grant obliges to, and when they are due (rapportplikt).

Helsedirektoratet asks for a report as of 31 December by 1 April of the year after, and money must be used
within its grant year. So there is an annual report for each year of the grant, and a final one for the
whole of it, due with the last of them: there is nothing left to use after that year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from criteria.deadlines import annual_report_due


class DutyKind(StrEnum):
    """The kinds of report that a grant obliges to."""

    ANNUAL = "annual"
    FINAL = "final"


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
