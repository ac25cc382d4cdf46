"""The rows of what did not go as decided, as a controller takes them out."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import ColumnElement, Subquery, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import Organisation
from applications.models import Application
from criteria.duties import DutyKind
from criteria.postings import PAID, EntryKind
from figures.catalogue.exported.deviations import Deviation
from figures.queries.cases import day_of
from figures.queries.parts import leads
from figures.queries.rows import Row, Selection, stream
from followup.models import AccountLine, Duty, Report
from foundation import clock
from payments.models import Entry, Instalment

LATE_AFTER = timedelta(days=30)


def deviations(chosen: Selection) -> Iterator[Row]:
    """Give each deviation once, kind by kind and case by case, in the columns of the catalogue."""
    yield from _late_instalments(chosen)
    yield from _overdue_reports(chosen)
    yield from _unused(chosen)
    yield from _corrected(chosen)


def _late_instalments(chosen: Selection) -> Iterator[Row]:
    """Give those due for more than 30 days, and those of years that are over, paid or not due."""
    now, lead = clock.now(), leads()
    this_year = clock.in_oslo(now).year
    left_over = Instalment.year < this_year
    late = and_(Instalment.year == this_year, Instalment.due_at < now - LATE_AFTER)
    statement = (
        select(
            Application.case_number,
            Organisation.name,
            Instalment.year,
            Instalment.amount,
            Instalment.due_at,
        )
        .join(Application, Application.id == Instalment.application_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .where(
            Instalment.authorised_at.is_(None), Instalment.amount > 0, or_(left_over, late)
        )
        .where(*_in_year(Instalment.year, chosen))
        .order_by(Instalment.application_id, Instalment.id)
    )
    for *begins, year, amount, due_at in stream(statement):
        is_over = isinstance(year, int) and year < this_year
        kind = Deviation.LEFT_OVER if is_over else Deviation.LATE_INSTALMENT
        yield (kind, *begins, year, amount, day_of(due_at))


def _overdue_reports(chosen: Selection) -> Iterator[Row]:
    lead = leads()
    sent = select(Report.id).where(Report.duty_id == Duty.id, Report.submitted_at.is_not(None))
    statement = (
        select(Application.case_number, Organisation.name, Duty.year, Duty.due_on)
        .join(Application, Application.id == Duty.application_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .where(
            Duty.due_on < clock.today(),
            Duty.met_at.is_(None),
            ~sent.exists(),
            *_in_year(Duty.year, chosen),
        )
        .order_by(Duty.application_id, Duty.id)
    )
    for *begins, due_on in stream(statement):
        yield (Deviation.REPORT_OVERDUE, *begins, 0, due_on)


def _unused(chosen: Selection) -> Iterator[Row]:
    """Give the years of which an approved annual report has spent less than was paid."""
    lead, paid, spent = leads(), _paid(), _spent()
    unused = paid.c.amount - func.coalesce(spent.c.amount, 0)
    statement = (
        select(Application.case_number, Organisation.name, Duty.year, unused, Report.reviewed_at)
        .join(Duty, Duty.id == Report.duty_id)
        .join(Application, Application.id == Duty.application_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .join(paid, and_(paid.c.application_id == Application.id, paid.c.year == Duty.year))
        .outerjoin(spent, spent.c.report_id == Report.id)
        .where(Report.approved.is_(True), Duty.kind == DutyKind.ANNUAL, unused > 0)
        .where(*_in_year(Duty.year, chosen))
        .order_by(Duty.application_id, Report.id)
    )
    for *begins, amount, reviewed_at in stream(statement):
        yield (Deviation.UNUSED, *begins, int(str(amount)), day_of(reviewed_at))


def _corrected(chosen: Selection) -> Iterator[Row]:
    lead = leads()
    statement = (
        select(
            Application.case_number, Organisation.name, Entry.year, Entry.amount, Entry.booked_on
        )
        .outerjoin(Application, Application.id == Entry.application_id)
        .outerjoin(lead, lead.c.application_id == Application.id)
        .outerjoin(Organisation, Organisation.id == lead.c.organisation_id)
        .where(Entry.kind == EntryKind.REVERSAL, *_in_year(Entry.year, chosen))
        .order_by(Entry.id)
    )
    for row in stream(statement):
        yield (Deviation.CORRECTED, *row)


def _paid() -> Subquery:
    return (
        select(Entry.application_id, Entry.year, func.sum(Entry.amount).label("amount"))
        .where(Entry.booked_as.in_(PAID))
        .group_by(Entry.application_id, Entry.year)
        .subquery("paid")
    )


def _spent() -> Subquery:
    return (
        select(AccountLine.report_id, func.sum(AccountLine.spent).label("amount"))
        .group_by(AccountLine.report_id)
        .subquery("spent")
    )


def _in_year(column: InstrumentedAttribute[int], chosen: Selection) -> list[ColumnElement[bool]]:
    return [] if chosen.year is None else [column == chosen.year]
