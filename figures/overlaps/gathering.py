"""Reading who takes part in the cases that have money, and what each has of it. A fixed number of queries.

A case is divided as `criteria.sharing` tells, so that its shares add up to what the ledger has for it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import Organisation
from applications.factsheets.models import FactSheet
from applications.models import Application, BudgetLine, Partner, PartnerRole
from criteria.budget import Source
from criteria.promises import Promise
from criteria.sharing import shares
from figures.queries.parts import TAKES_PART, case_money, municipalities_on
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore
from grants.models import Call, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A case that has money: what it is, and when."""

    application_id: int
    case_number: str
    title: str
    measure: str
    measure_name: Bilingual
    start_on: date | None
    end_on: date | None
    committed: Ore
    paid: Ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an organisation has and puts into a case. `number` and `county`: of a kommune, as it is now.

    `own`: its own money and the value of its own effort, by year. Amounts are øre.
    """

    case: Together
    organisation_id: int
    name: str
    number: str | None
    county: str
    leads: bool
    hours: int
    own: Mapping[int, Ore]
    committed: Ore
    paid: Ore

    @property
    def promise(self) -> Promise:
        """What it has promised, as the rule on double promises asks for it."""
        case = self.case
        known = case.start_on is not None and case.end_on is not None
        period = (case.start_on, case.end_on) if known else None
        return Promise(case.application_id, case.measure, _days(period), self.hours, self.own)


def _days(period: tuple[date | None, date | None] | None) -> tuple[date, date] | None:
    first, last = period or (None, None)
    return None if first is None or last is None else (first, last)


def parts_of(
    year: int | None, today: date, among: Collection[int] | None = None
) -> Iterator[Part]:
    """Give each organisation's part of each case that has money, in all or in a budget year.

    By the organisations' names, and then by case. `among`: of these cases alone.
    """
    cases = {one.application_id: one for one in _cases(year, among)}
    asked, own = _budgets(among)
    found: list[Part] = []
    partners: defaultdict[int, list[Any]] = defaultdict(list)
    for row in db.session.execute(_partners(today, among)):
        if row.application_id in cases:
            partners[row.application_id].append(row)
    for number, rows in partners.items():
        case = cases[number]
        lead = next(row.organisation_id for row in rows if row.role is PartnerRole.LEAD)
        weights = {row.organisation_id: asked.get(row.partner_id, NOTHING) for row in rows}
        committed = shares(case.committed, weights, lead)
        paid = shares(case.paid, weights, lead)
        found += [
            Part(
                case=case,
                organisation_id=row.organisation_id,
                name=row.name,
                number=row.number,
                county=row.county_name or "",
                leads=row.role is PartnerRole.LEAD,
                hours=row.effort_hours,
                own=own.get(row.partner_id, {}),
                committed=committed[row.organisation_id],
                paid=paid[row.organisation_id],
            )
            for row in rows
        ]
    yield from sorted(found, key=lambda one: (one.name, one.organisation_id, one.case.case_number))


def hours_said() -> dict[int, int]:
    """Give how many hours a year organisations have last said that they can put into projects."""
    rows = db.session.execute(
        select(FactSheet.organisation_id, FactSheet.hours_a_year).order_by(FactSheet.id)
    )
    last = dict(rows.all())
    return {one: hours for one, hours in last.items() if hours is not None}


def _cases(year: int | None, among: Collection[int] | None) -> Iterator[Together]:
    money = case_money(year)
    rows = db.session.execute(
        select(
            Application.id,
            Application.case_number,
            Application.title,
            Measure.code,
            Measure.name,
            Application.start_on,
            Application.end_on,
            money.c.committed,
            money.c.paid,
        )
        .join(money, money.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Measure, Measure.id == Call.measure_id)
        .where((money.c.committed != 0) | (money.c.paid != 0), _is_among(Application.id, among))
    )
    for number, case, title, code, name, start, end, committed, paid in rows:
        yield Together(
            application_id=number,
            case_number=str(case),
            title=title,
            measure=code,
            measure_name=name,
            start_on=start,
            end_on=end,
            committed=Ore(int(committed)),
            paid=Ore(int(paid)),
        )


def _partners(today: date, among: Collection[int] | None) -> Select[Any]:
    """Ask who takes part: those that left the budget's division stay, as the money was granted to all."""
    place = municipalities_on(today)
    return (
        select(
            Partner.id.label("partner_id"),
            Partner.application_id,
            Partner.organisation_id,
            Partner.role,
            Partner.effort_hours,
            Organisation.name,
            place.c.number,
            place.c.county_name,
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .outerjoin(place, place.c.organisation_id == Partner.organisation_id)
        .where(
            Partner.role.in_(TAKES_PART),
            Partner.declined_at.is_(None),
            _is_among(Partner.application_id, among),
        )
    )


def _budgets(
    among: Collection[int] | None,
) -> tuple[dict[int, Ore], dict[int, dict[int, Ore]]]:
    """Give what is asked for each partner, and what each puts in by year, by the partners' ids."""
    asked: dict[int, Ore] = {}
    own: defaultdict[int, dict[int, Ore]] = defaultdict(dict)
    rows = db.session.execute(
        select(
            BudgetLine.partner_id, BudgetLine.source, BudgetLine.year, func.sum(BudgetLine.amount)
        )
        .where(_is_among(BudgetLine.application_id, among))
        .group_by(BudgetLine.partner_id, BudgetLine.source, BudgetLine.year)
    )
    for partner, source, year, amount in rows:
        if source is Source.GRANT:
            asked[partner] = Ore(asked.get(partner, NOTHING) + int(amount))
        else:
            own[partner][year] = Ore(own[partner].get(year, NOTHING) + int(amount))
    return asked, own


def _is_among(case: InstrumentedAttribute[int], among: Collection[int] | None) -> ColumnElement[bool]:
    return true() if among is None else case.in_(among)
