"""What a case has unused of each year: the ledger, the year's report, and what is carried over already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from applications.models import Application
from criteria.carryover import YearMoney, last_day_to_ask
from criteria.duties import DutyKind
from criteria.postings import Balance
from followup.carryover.queries import kept_in
from followup.models import Duty
from followup.project import ByActivity
from followup.queries.projects import spent_in
from foundation.database import db
from foundation.money import NOTHING, Ore
from payments.queries import EMPTY, years_of_cases


@dataclass(frozen=True, slots=True)
class UnusedYear:
    """A budget year of a case that is over: its money, and the last day to apply in time."""

    year: int
    money: YearMoney
    last_day: date


def years_money(application_id: int) -> dict[int, YearMoney]:
    """Give a case's money year by year, as the books and the reports have it now. Three queries."""
    return money_of((application_id,))[application_id]


def money_of(cases: Collection[int]) -> dict[int, dict[int, YearMoney]]:
    """Give the money of cases as `years_money`, by case and year. Three queries, however many."""
    books, spent, kept = years_of_cases(cases), spent_in(cases), kept_in(cases)
    return {case: _by_year(books[case], spent[case], kept[case]) for case in cases}


def _by_year(
    books: Mapping[int, Balance], spent: Mapping[int, ByActivity], kept: Mapping[int, Ore]
) -> dict[int, YearMoney]:
    found = {}
    for year in sorted({*books, *kept}):
        sums, by = books.get(year, EMPTY), spent.get(year)
        if not (sums.committed or sums.paid or by or kept.get(year)):
            continue  # interest on a claim may be all that is booked in a year
        found[year] = YearMoney(
            committed=sums.committed,
            paid=sums.paid,
            spent=None if by is None else Ore(sum(by.values())),
            claimed=sums.claimed,
            kept=kept.get(year, NOTHING),
        )
    return found


def unused_years(application: Application, today: date) -> list[UnusedYear]:
    """List the years of a case that are over, the newest first."""
    due = _due_days(application.id)
    return [
        UnusedYear(year, money, last_day_to_ask(year, due.get(year)))
        for year, money in sorted(years_money(application.id).items(), reverse=True)
        if year < today.year
    ]


def last_day(application_id: int, year: int) -> date:
    """Give the last day to apply in time for a year's unused money."""
    return last_day_to_ask(year, _due_days(application_id).get(year))


def _due_days(application_id: int) -> Mapping[int, date]:
    rows = db.session.execute(
        select(Duty.year, Duty.due_on).where(
            Duty.application_id == application_id, Duty.kind == DutyKind.ANNUAL
        )
    )
    return dict(rows.all())
