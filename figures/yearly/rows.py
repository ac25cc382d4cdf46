"""The cases behind a figure of the year page: fifty at a time, with the sum of them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Subquery, func, select

from criteria.yearend import expected
from figures.yearly.parts import Part
from figures.yearly.queries import CaseYear, asked_of, cases_of, county
from foundation import clock
from foundation.database import db, snapshot
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants.models import Call, Measure

SIZE = 50


class YearAmount(StrEnum):
    """A figure of the year page that is made of cases. The values stand in addresses."""

    COMMITTED = "tilsagn"
    PAID = "utbetalt"
    REMAINING = "ikke-utbetalt"
    OVERDUE = "forfalt"
    EXPECTED = "ventet"


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of cases, the number and sum of all, and the bookmark of the next; None where they end."""

    rows: Sequence[tuple[CaseYear, Ore]]
    cases: int
    total: Ore
    after: int | None


def case_page(
    year: int, amount: YearAmount, part: Part | None, key: str, *, after: int | None
) -> CasePage:
    """Give the cases that a figure is made of, by their ids. Raises NotFoundError for a key that is none."""
    is_over = year < clock.today().year
    asked = asked_of(year)
    if part is not None:
        asked = asked.where(_within(part, key))
    every = asked.subquery("case_year")
    column = _column(every, amount, is_over=is_over)
    beyond = [] if after is None else [every.c.application_id > after]
    with snapshot():
        cases, total = db.session.execute(
            select(func.count(), func.sum(column)).select_from(every).where(column != 0)
        ).one()
        found = cases_of(
            select(every)
            .where(column != 0, *beyond)
            .order_by(every.c.application_id)
            .limit(SIZE + 1)
        )
    rows = found[:SIZE]
    return CasePage(
        rows=[(one, amount_of(one, amount, is_over=is_over)) for one in rows],
        cases=cases,
        total=Ore(int(total or 0)),
        after=rows[-1].application_id if len(found) > SIZE else None,
    )


def amount_of(one: CaseYear, amount: YearAmount, *, is_over: bool) -> Ore:
    """Give a case's part of a figure."""
    match amount:
        case YearAmount.COMMITTED:
            return one.committed
        case YearAmount.PAID:
            return one.paid
        case YearAmount.REMAINING:
            return one.remaining
        case YearAmount.OVERDUE:
            return one.overdue
        case YearAmount.EXPECTED:
            return expected(one.paid, one.unpaid, is_over=is_over).paid


def _within(part: Part, key: str) -> ColumnElement[bool]:
    match part:
        case Part.POST:
            if not key.isdecimal():
                raise NotFoundError
            return Call.budget_post_id == int(key)
        case Part.CALL:
            return Call.code == key
        case Part.MEASURE:
            return Measure.code == key
        case Part.COUNTY:
            return county() == key


def _column(every: Subquery, amount: YearAmount, *, is_over: bool) -> ColumnElement[int]:
    """Give a figure as the database counts it; the same as `amount_of`."""
    cells = every.c
    match amount:
        case YearAmount.COMMITTED:
            return cells.committed
        case YearAmount.PAID:
            return cells.paid
        case YearAmount.REMAINING:
            return cells.committed - cells.paid
        case YearAmount.OVERDUE:
            return cells.overdue
        case YearAmount.EXPECTED:
            return cells.paid if is_over else cells.paid + cells.unpaid
