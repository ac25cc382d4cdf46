"""Money that is left behind: not spent, sent back by the bank, or claimed and not paid. As deviations."""

from collections.abc import Iterator

from sqlalchemy import Subquery, and_, func, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from accounts.models import Organisation
from applications.models import Application
from criteria.duties import DutyKind
from criteria.reclaiming import over_years
from figures.catalogue.exported.deviations import Deviation
from figures.queries.cases import day_of
from figures.queries.parts import leads
from figures.queries.rows import Row, Selection, stream
from followup.carryover.models import CarryOver
from followup.models import AccountLine, Duty, Report
from foundation.database import db
from payments.batches.models import PaymentLine
from payments.batches.queries import RETURNED_UNSEEN
from payments.books.models import CaseBalance
from payments.models import Instalment
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import claimed_by_year, views_of


def unused(chosen: Selection) -> Iterator[Row]:
    """Give the years of which an approved annual report has spent less than the recipient has for them.

    What may be used in the next year instead, is claimed back or is repaid is not left behind
    (`criteria.carryover`).
    """
    lead, paid, spent, kept = leads(), _paid(), _spent(), _kept()
    before = aliased(kept)
    amount = (
        paid.c.amount
        + func.coalesce(before.c.amount, 0)
        - func.coalesce(kept.c.amount, 0)
        - func.coalesce(spent.c.amount, 0)
    )
    statement = (
        select(Application.case_number, Organisation.name, Duty.year, amount, Report.reviewed_at)
        .join(Duty, Duty.id == Report.duty_id)
        .join(Application, Application.id == Duty.application_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .join(paid, and_(paid.c.application_id == Application.id, paid.c.year == Duty.year))
        .outerjoin(spent, spent.c.report_id == Report.id)
        .outerjoin(kept, and_(kept.c.application_id == Application.id, kept.c.year == Duty.year))
        .outerjoin(
            before,
            and_(before.c.application_id == Application.id, before.c.year == Duty.year - 1),
        )
        .where(Report.approved.is_(True), Duty.kind == DutyKind.ANNUAL, amount > 0)
        .where(*chosen.within(Duty.year))
        .order_by(Duty.application_id, Report.id)
    )
    for *begins, left, reviewed_at in stream(statement):
        yield (Deviation.UNUSED, *begins, int(str(left)), day_of(reviewed_at))


def returned(chosen: Selection) -> Iterator[Row]:
    """Give the payments that the bank sent back and nobody has looked into."""
    statement = (
        select(
            Application.case_number,
            PaymentLine.name,
            Instalment.year,
            PaymentLine.amount,
            PaymentLine.ended_at,
        )
        .join(Instalment, Instalment.id == PaymentLine.instalment_id)
        .join(Application, Application.id == Instalment.application_id)
        .where(RETURNED_UNSEEN, *chosen.within(Instalment.year))
        .order_by(PaymentLine.id)
    )
    for *begins, ended_at in stream(statement):
        yield (Deviation.RETURNED, *begins, day_of(ended_at))


def overdue_claims(chosen: Selection) -> Iterator[Row]:
    """Give what should have been paid back by now, by the budget year of the payment that is claimed."""
    decided = db.session.scalars(
        select(Reclaim)
        .where(Reclaim.pay_by.is_not(None))
        .options(
            joinedload(Reclaim.application),
            joinedload(Reclaim.organisation),
            selectinload(Reclaim.parts),
        )
        .order_by(Reclaim.application_id, Reclaim.id)
    ).all()
    for view in views_of(decided):
        one = view.reclaim
        if not view.overdue or one.pay_by is None:
            continue
        by_year = over_years(view.overdue, claimed_by_year(one.id), latest_first=False)
        first_due = min((part.due_on for part in one.parts), default=one.pay_by)
        for year, amount in by_year.items():
            if chosen.year in (None, year):
                case = one.application.case_number
                yield Deviation.CLAIM_OVERDUE, case, one.organisation.name, year, amount, first_due


def _paid() -> Subquery:
    """Give what each case has received for a year and is not asked for again, as the database keeps it."""
    of = CaseBalance
    return (
        select(of.application_id, of.year, (func.sum(of.paid) - func.sum(of.claimed)).label("amount"))
        .group_by(of.application_id, of.year)
        .subquery("paid")
    )


def _spent() -> Subquery:
    return (
        select(AccountLine.report_id, func.sum(AccountLine.spent).label("amount"))
        .group_by(AccountLine.report_id)
        .subquery("spent")
    )


def _kept() -> Subquery:
    """Give what of a year may be used in the next by an answer that is signed."""
    of = CarryOver
    return (
        select(of.application_id, of.year, func.sum(of.kept).label("amount"))
        .where(of.kept.is_not(None))
        .group_by(of.application_id, of.year)
        .subquery("kept")
    )
