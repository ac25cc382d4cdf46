"""Reviewing a report that is sent: approving it, or returning it with a reason."""

from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria.duties import DutyKind
from criteria.instalments import Trigger
from criteria.procedure import Act
from decisions.rights import require_role
from followup.holding import hold_case, hold_report
from followup.models import Report
from followup.notes import APPROVED, RETURNED
from followup.notices import tell_reviewed
from followup.project import added
from followup.queries.duties import still_owed
from followup.queries.projects import project_of
from followup.refusals import Refusal
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from payments.consequences import release_instalments


def review_report(report: Report, *, approved: bool, text: str, by: Person, at: datetime) -> None:
    """Approve a report, or return it with a reason; once.

    Approval makes the instalments due that waited for it; that of the final report completes the case.
    Raises RuleBrokenError: no case officer, hindered in the case, not to review, no reason, annual
    reports that are not approved or say otherwise than the final one.
    """
    with transaction():
        application = hold_case(report.application_id)
        held = hold_report(report.id)
        _refuse_unfit(held, by)
        if not approved and not text.strip():
            raise RuleBrokenError(Refusal.REASON_MISSING)
        if approved and held.duty.kind is DutyKind.FINAL:
            _refuse_unsettled(held)
        held.approved, held.review = approved, text.strip() or None
        held.reviewed_at, held.reviewed_by_id = at, by.id
        note = (APPROVED if approved else RETURNED)[held.duty.kind]
        journal.note(
            application, note.value, by=by, at=at, public=True, year=held.duty.year, report=held.id
        )
        if approved:
            _settle(held, application, by, at)
        tell_reviewed(held, any_application(application.id), at)


def _settle(report: Report, application: Application, by: Person, at: datetime) -> None:
    """Let the money follow that waited: of the report's own year, or at the end all that is held back."""
    duty = report.duty
    if duty.kind is DutyKind.ANNUAL:
        release_instalments(application.id, Trigger.REPORT_APPROVED, at=at, year=duty.year)
    elif duty.kind is DutyKind.FINAL:
        release_instalments(application.id, Trigger.FINAL_REPORT_APPROVED, at=at)
        journal.move(application, Act.COMPLETE, by=by, at=at)


def _refuse_unfit(report: Report, by: Person) -> None:
    require_role(by, Role.CASE_OFFICER)
    require_unhindered(by, report.application_id)
    if report.submitted_at is None or report.reviewed_at is not None:
        raise RuleBrokenError(Refusal.NOT_TO_REVIEW)


def _refuse_unsettled(report: Report) -> None:
    """Refuse a final report while an annual one is not approved, or was changed after it was sent."""
    owed = still_owed(report.application_id)
    if owed:
        years = ", ".join(str(duty.year) for duty in owed)
        raise RuleBrokenError(Refusal.ANNUAL_NOT_APPROVED, years=years)
    project = project_of(any_application(report.application_id))
    lines = {line.activity_id: line.spent for line in report.accounts}
    if lines != added(project.spent.values()):
        raise RuleBrokenError(Refusal.ACCOUNTS_CHANGED)
