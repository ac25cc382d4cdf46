"""Which reports a grant obliges to, and when they are due (rapportplikt).

Helsedirektoratet asks for a report as of 31 December by 1 April of the year after, and money must be used
within its grant year. So there is an annual report for each year of the grant, and a final one for the
whole of it, due with the last of them: there is nothing left to use after that year.

The call's data add the rest: a status report in a month of each year of the grant, following up the benefits
for some years after its end, and sharing what was learnt (erfaringsdeling, inv. 199). The last two have no
report form: such a duty is met where it is done.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from criteria.deadlines import annual_report_due

REMINDED_BEFORE = timedelta(days=14)
REMINDED_AFTER = timedelta(days=30)
_LATE = timedelta(days=3)
_MONTHS = 12
"""How long before and after its day a report is reminded of: the office's own choice, as no rule says."""


class DutyKind(StrEnum):
    """The kinds of duty that a grant carries."""

    STATUS = "status"
    ANNUAL = "annual"
    FINAL = "final"
    BENEFITS = "benefits"
    EXPERIENCE = "experience"


FORMLESS = frozenset({DutyKind.BENEFITS, DutyKind.EXPERIENCE})
"""The duties that are met where they are done, without a report; they live on when the case is completed."""
OF_THE_WHOLE = frozenset({DutyKind.FINAL, DutyKind.EXPERIENCE})
"""The duties that are about the whole grant and not about a year."""


def has_form(kind: DutyKind, *, asks: bool) -> bool:
    """Tell whether a duty is met by a report: of benefits it is where the call `asks` something."""
    return kind not in FORMLESS or (kind is DutyKind.BENEFITS and asks)


class Nudge(StrEnum):
    """The two times that a report is reminded of."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DutyTerms:
    """Which duties a call adds. None or 0: no such duty.

    `status_month`: 1–12; `benefit_years` after the grant's last; `experience_months` after the end of that.
    """

    status_month: int | None = None
    benefit_years: int | None = None
    experience_months: int | None = None


ONLY_REPORTS = DutyTerms()


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is owed. `year`: the year it tells of; for a final one the last of the grant."""

    kind: DutyKind
    year: int
    due_on: date


def reports_due(years: Iterable[int], terms: DutyTerms = ONLY_REPORTS) -> tuple[Due, ...]:
    """List the duties of a grant for some years, by kind; a grant for no year has none."""
    ordered = sorted(set(years))
    annual = [Due(DutyKind.ANNUAL, year, annual_report_due(year)) for year in ordered]
    final = [Due(DutyKind.FINAL, year, annual_report_due(year)) for year in ordered[-1:]]
    afterwards = [due for year in ordered[-1:] for due in _afterwards(year, terms)]
    return (*_status(ordered, terms), *annual, *final, *afterwards)


def _status(years: Iterable[int], terms: DutyTerms) -> Iterator[Due]:
    """Give the status reports: due the first of a month within each year of the grant."""
    if terms.status_month:
        for year in years:
            yield Due(DutyKind.STATUS, year, date(year, terms.status_month, 1))


def _afterwards(last: int, terms: DutyTerms) -> Iterator[Due]:
    for year in range(last + 1, last + 1 + (terms.benefit_years or 0)):
        yield Due(DutyKind.BENEFITS, year, annual_report_due(year))
    if terms.experience_months:
        yield Due(DutyKind.EXPERIENCE, last, months_after(last, terms.experience_months))


def months_after(year: int, months: int) -> date:
    """Give the last day of the month that lies so many months after the end of a year."""
    whole, month = divmod(months - 1, _MONTHS)
    return date(year + 1 + whole, month + 1, monthrange(year + 1 + whole, month + 1)[1])


def nudge_on(due_on: date, today: date) -> Nudge | None:
    """Tell which reminder of an owed report is due on a day: in its last two weeks, or when it is late.

    A late one gets three days of grace, and is left to the list of overdue reports after a month.
    """
    if today <= due_on <= today + REMINDED_BEFORE:
        return Nudge.BEFORE
    if _LATE <= today - due_on <= REMINDED_AFTER:
        return Nudge.AFTER
    return None
