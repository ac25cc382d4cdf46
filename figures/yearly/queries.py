"""The cases of a budget year, each once, with its money and what it is counted under.

A grant to several kommuner together is one case and stands where its lead stands: in the fylke that the lead
belonged to when the call closed. Amounts are øre.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, or_, select

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application
from criteria.postings import INTEREST_OWED, EntryKind
from figures.queries.cases import partnership, version_at
from figures.queries.parts import leads
from foundation import clock
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import BudgetPost, Call, Measure
from payments.books.models import CaseBalance, PostBalance
from payments.models import Entry, Instalment

Asked = Select[*tuple[Any, ...]]
NO_COUNTY = "-"
"""Stands for those who are no kommune, and so belong to no fylke, where a fylke is named."""


@dataclass(frozen=True, slots=True)
class CaseYear:
    """A case's money of a budget year. `overdue` has fallen due and is not paid; `unpaid` counts it too."""

    application_id: int
    case_number: str
    lead: str
    organisations: int
    budget_post_id: int
    call: str
    call_title: Bilingual
    measure: str
    measure_name: Bilingual
    county: str
    committed: Ore
    paid: Ore
    overdue: Ore
    unpaid: Ore

    @property
    def remaining(self) -> Ore:
        """What is promised and not paid."""
        return Ore(self.committed - self.paid)


@dataclass(frozen=True, slots=True)
class LedgerSums:
    """What ledger and instalments alone come to in a year, asked with nothing beside them."""

    committed: Ore
    paid: Ore
    unpaid: Ore


@dataclass(frozen=True, slots=True)
class InterestSums:
    """Interest on claims that belongs to a year: the state's income, no part of any grant. All above 0."""

    charged: Ore
    paid: Ore
    written_off: Ore

    @property
    def left(self) -> Ore:
        """What is charged and not settled."""
        return Ore(self.charged - self.paid - self.written_off)


def cases_of(asked: Asked) -> list[CaseYear]:
    """Read cases. One query."""
    return [
        CaseYear(*row[:-4], *(Ore(int(amount)) for amount in row[-4:]))
        for row in db.session.execute(asked)
    ]


def asked_of(year: int) -> Asked:
    """Ask for every case with money in a year, in the order of `CaseYear`."""
    money, rates, lead, size = _money(year), _rates(year), leads(), partnership()
    return (
        select(
            Application.id.label("application_id"),
            Application.case_number,
            Organisation.name,
            func.coalesce(size.c.organisations, 1),
            Call.budget_post_id,
            Call.code,
            Call.title,
            Measure.code,
            Measure.name,
            county(),
            func.coalesce(money.c.committed, 0).label("committed"),
            func.coalesce(money.c.paid, 0).label("paid"),
            func.coalesce(rates.c.overdue, 0).label("overdue"),
            func.coalesce(rates.c.unpaid, 0).label("unpaid"),
        )
        .join(Call, Call.id == Application.call_id)
        .join(Measure, Measure.id == Call.measure_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .outerjoin(MunicipalityVersion, version_at(Call.closes_on))
        .outerjoin(size, size.c.application_id == Application.id)
        .outerjoin(money, money.c.application_id == Application.id)
        .outerjoin(rates, rates.c.application_id == Application.id)
        .where(or_(money.c.application_id.is_not(None), rates.c.application_id.is_not(None)))
    )


def county() -> ColumnElement[str]:
    """Name the fylke of the lead, or what stands for none."""
    return func.coalesce(MunicipalityVersion.county_name, NO_COUNTY)


def ledger_sums(year: int) -> LedgerSums:
    """Add the year up as the database keeps it per post, and as the instalments have it. Two queries.

    What is kept per post is another sum of the same entries than what is kept per case, and `./tilsagn check`
    makes both anew from the entries; neither grows with the ledger.
    """
    committed, paid = db.session.execute(
        select(func.sum(PostBalance.committed), func.sum(PostBalance.paid)).where(
            PostBalance.year == year
        )
    ).one()
    unpaid = db.session.scalar(
        select(func.sum(Instalment.amount)).where(
            Instalment.year == year, Instalment.authorised_at.is_(None)
        )
    )
    return LedgerSums(Ore(int(committed or 0)), Ore(int(paid or 0)), Ore(int(unpaid or 0)))


def _money(year: int) -> Subquery:
    """Give what each case is promised and paid in a year, as the database keeps it."""
    return (
        select(
            CaseBalance.application_id,
            func.sum(CaseBalance.committed).label("committed"),
            func.sum(CaseBalance.paid).label("paid"),
        )
        .where(CaseBalance.year == year, _has_money())
        .group_by(CaseBalance.application_id)
        .subquery("money")
    )


def _has_money() -> ColumnElement[bool]:
    """Tell whether a kept balance is of a grant: interest alone is no part of any."""
    others = select(Entry.id).where(
        Entry.application_id == CaseBalance.application_id,
        Entry.budget_post_id == CaseBalance.budget_post_id,
        Entry.year == CaseBalance.year,
        Entry.booked_as.not_in(INTEREST_OWED),
    )
    return or_(CaseBalance.committed != 0, CaseBalance.paid != 0, others.exists())


def interest_sums(year: int) -> InterestSums:
    """Add up the interest on claims that belongs to a year. One query, of no more rows than it is made of."""
    rows = db.session.execute(
        select(Entry.booked_as, func.sum(Entry.amount))
        .where(
            Entry.budget_post_id.in_(select(BudgetPost.id)),
            Entry.year == year,
            Entry.booked_as.in_(INTEREST_OWED),
        )
        .group_by(Entry.booked_as)
    )
    sums = {kind: abs(int(amount)) for kind, amount in rows}
    return InterestSums(
        *(
            Ore(sums.get(kind, 0))
            for kind in (
                EntryKind.INTEREST,
                EntryKind.INTEREST_PAYMENT,
                EntryKind.INTEREST_WRITE_OFF,
            )
        )
    )


def _rates(year: int) -> Subquery:
    """Add up what is not paid of a year's instalments, and what of it has fallen due."""
    begun = year <= clock.today().year
    is_due = Instalment.due_at.is_not(None) if begun else Instalment.id.is_(None)
    return (
        select(
            Instalment.application_id,
            func.sum(case((is_due, Instalment.amount), else_=0)).label("overdue"),
            func.sum(Instalment.amount).label("unpaid"),
        )
        .where(Instalment.year == year, Instalment.authorised_at.is_(None))
        .group_by(Instalment.application_id)
        .subquery("rates")
    )
