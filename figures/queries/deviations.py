"""The rows of what did not go as decided, as a controller takes them out."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import and_, or_, select

from accounts.models import Organisation
from applications.models import Application
from criteria.postings import EntryKind
from figures.catalogue.exported.deviations import Deviation
from figures.queries.cases import day_of
from figures.queries.leftbehind import overdue_claims, returned, unused
from figures.queries.parts import leads
from figures.queries.rows import Row, Selection, stream
from followup.models import Duty, Report
from foundation import clock
from payments.models import Entry, Instalment

LATE_AFTER = timedelta(days=30)


def deviations(chosen: Selection) -> Iterator[Row]:
    """Give each deviation once, kind by kind and case by case, in the columns of the catalogue."""
    yield from _late_instalments(chosen)
    yield from _overdue_reports(chosen)
    yield from unused(chosen)
    yield from returned(chosen)
    yield from overdue_claims(chosen)
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
        .where(*chosen.within(Instalment.year))
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
            *chosen.within(Duty.year),
        )
        .order_by(Duty.application_id, Duty.id)
    )
    for *begins, due_on in stream(statement):
        yield (Deviation.REPORT_OVERDUE, *begins, 0, due_on)


def _corrected(chosen: Selection) -> Iterator[Row]:
    lead = leads()
    statement = (
        select(
            Application.case_number, Organisation.name, Entry.year, Entry.amount, Entry.booked_on
        )
        .outerjoin(Application, Application.id == Entry.application_id)
        .outerjoin(lead, lead.c.application_id == Application.id)
        .outerjoin(Organisation, Organisation.id == lead.c.organisation_id)
        .where(Entry.kind == EntryKind.REVERSAL, *chosen.within(Entry.year))
        .order_by(Entry.id)
    )
    for row in stream(statement):
        yield (Deviation.CORRECTED, *row)
