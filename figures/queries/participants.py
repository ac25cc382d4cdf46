"""The rows for research on who applied together: each organisation in each decided case, with its share."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, select

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application, BudgetLine, Partner, PartnerRole
from criteria.budget import Source
from criteria.sharing import shares_in_order
from figures.queries.cases import number_of_lead, version_at
from figures.queries.decided import decided
from figures.queries.parts import AWARDS, TAKES_PART, case_money, in_force, sum_where
from figures.queries.rows import Row, Selection, stream
from figures.queries.told import as_code
from foundation.money import NOTHING
from grants.models import Call

_TOLD = 3
"""Where the columns begin that are told as they are; what a case is divided by stands before them."""
_ROLE, _ASKED = 9, 11


def participants(chosen: Selection) -> Iterator[Row]:
    """Give who takes part in the decided cases, in the order they came in, in the columns of the catalogue.

    One query, streamed: memory does not grow with the cases.
    """
    for _case, rows in groupby(stream(_asked_for(chosen)), key=itemgetter(0)):
        yield from _of_case(list(rows))


def _of_case(rows: Sequence[Any]) -> Iterator[Row]:
    """Divide what a case is granted and paid by what was asked for each."""
    _case, granted, paid, *_others = rows[0]
    asked = [row[_ASKED] for row in rows]
    lead = [row[_ROLE] for row in rows].index(PartnerRole.LEAD)
    of_grant = shares_in_order(granted, asked, lead)
    of_paid = shares_in_order(paid or NOTHING, asked, lead)
    for row, *parts in zip(rows, of_grant, of_paid, strict=True):
        yield (*row[_TOLD:], *parts)


def _asked_for(chosen: Selection) -> Select[*tuple[Any, ...]]:
    """Ask for them case by case, the partners of a case by their numbers.

    Nothing is added to the number: else SQLite reads all partners there are, in that order, for each case.
    """
    known, now, money, budget = decided(), in_force(), case_money(), _budgets()
    return (
        select(
            Application.id,
            case((now.c.outcome.in_(AWARDS), now.c.amount), else_=0),
            money.c.paid,
            Application.case_number,
            Call.code,
            Call.first_year,
            Organisation.name,
            number_of_lead(),
            as_code(Organisation.kind),
            as_code(Partner.role),
            Partner.effort_hours,
            func.coalesce(budget.c.asked, 0),
            func.coalesce(budget.c.own, 0),
        )
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Partner, Partner.application_id == Application.id)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .outerjoin(now, now.c.application_id == Application.id)
        .outerjoin(money, money.c.application_id == Application.id)
        .outerjoin(budget, budget.c.partner_id == Partner.id)
        .outerjoin(MunicipalityVersion, version_at(Call.closes_on))
        .where(
            Partner.role.in_(TAKES_PART),
            Partner.declined_at.is_(None),
            *chosen.within(Call.first_year),
        )
        .order_by(Application.submitted_at, Application.id, Partner.id + 0)
    )


def _budgets() -> Subquery:
    """Add up each partner's budget: partner_id, what is asked for it, and its own money and effort."""
    return (
        select(
            BudgetLine.partner_id,
            sum_where(_is(Source.GRANT), BudgetLine.amount).label("asked"),
            sum_where(_is(Source.OWN_FUNDING, Source.OWN_EFFORT), BudgetLine.amount).label("own"),
        )
        .group_by(BudgetLine.partner_id)
        .subquery("budgets")
    )


def _is(*sources: Source) -> ColumnElement[bool]:
    return BudgetLine.source.in_(sources)
