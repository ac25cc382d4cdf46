"""The duty to report what is used in the next year, and the final report after it. Used inside acts."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from criteria.deadlines import annual_report_due
from criteria.duties import DutyKind
from followup.carryover.models import CarryOver
from followup.carryover.refusals import Refusal
from followup.models import Duty
from followup.states import newest
from foundation.database import db
from foundation.errors import RuleBrokenError


def report_next_year(application_id: int, granted: CarryOver, *, at: datetime) -> None:
    """Let the next year have its annual report, and the final one wait for it.

    Raises RuleBrokenError when the final report is sent and not returned: it tells that all is done.
    """
    year = granted.year + 1
    duties = list(
        db.session.scalars(
            select(Duty)
            .where(Duty.application_id == application_id)
            .options(selectinload(Duty.reports))
            .execution_options(populate_existing=True)
        )
    )
    if not any(one.kind is DutyKind.ANNUAL and one.year == year for one in duties):
        db.session.add(
            Duty(
                application_id=application_id, kind=DutyKind.ANNUAL, year=year,
                due_on=annual_report_due(year), created_at=at,
            )
        )  # fmt: skip
    final = next((one for one in duties if one.kind is DutyKind.FINAL and one.year < year), None)
    if final is None:
        return
    report = newest(final.reports)
    if report is not None and report.submitted_at is not None and report.approved is not False:
        raise RuleBrokenError(Refusal.FINAL_IS_SENT)
    final.year, final.due_on = year, max(final.due_on, annual_report_due(year))
