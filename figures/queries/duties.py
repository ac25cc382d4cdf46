"""The rows for research on reports: which were owed, which came, and what was spent by the approved ones."""

from collections.abc import Iterator

from sqlalchemy import Subquery, case, func, select

from applications.models import Application
from figures.queries.parts import in_force
from figures.queries.rows import Row, Selection, stream
from figures.queries.told import as_code, as_day
from followup.models import AccountLine, Duty, Report
from foundation.money import NOTHING
from grants.models import Call

APPROVED, RECEIVED, OWED = "approved", "received", "owed"


def reports(chosen: Selection) -> Iterator[Row]:
    """Give the duties to report of decided cases by their day, in the columns of the catalogue."""
    sent, spent, now = _sent(), _spent(), in_force()
    statement = (
        select(
            Application.case_number,
            Call.code,
            Duty.year,
            as_code(Duty.kind),
            Duty.due_on,
            case(
                (sent.c.approved_at.is_not(None), APPROVED),
                (sent.c.submitted_at.is_not(None), RECEIVED),
                else_=OWED,
            ),
            as_day(sent.c.submitted_at),
            as_day(sent.c.approved_at),
            func.coalesce(sent.c.versions, 0),
            func.coalesce(spent.c.spent, NOTHING),
        )
        .join(Application, Application.id == Duty.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(now, now.c.application_id == Duty.application_id)
        .outerjoin(sent, sent.c.duty_id == Duty.id)
        .outerjoin(spent, spent.c.duty_id == Duty.id)
        .order_by(Duty.due_on, Duty.id)
    )
    if chosen.year is not None:
        statement = statement.where(Duty.year == chosen.year)
    return stream(statement)


def _sent() -> Subquery:
    """Give when a duty's first report came and when one was approved: duty_id, versions, both days."""
    return (
        select(
            Report.duty_id,
            func.count().label("versions"),
            func.min(Report.submitted_at).label("submitted_at"),
            func.max(case((Report.approved.is_(True), Report.reviewed_at))).label("approved_at"),
        )
        .where(Report.submitted_at.is_not(None))
        .group_by(Report.duty_id)
        .subquery("sent")
    )


def _spent() -> Subquery:
    return (
        select(Report.duty_id, func.sum(AccountLine.spent).label("spent"))
        .join(AccountLine, AccountLine.report_id == Report.id)
        .where(Report.approved.is_(True))
        .group_by(Report.duty_id)
        .subquery("spent")
    )
