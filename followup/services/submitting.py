"""Sending a report: from then on it is the office's to review, and nobody's to change."""

from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from applications.queries import any_application
from criteria.duties import DutyKind
from criteria.reporting import missing
from followup.facts import facts_of, spent_in
from followup.holding import hold_draft, refuse_strangers, refuse_unless_owing
from followup.making import ask_for_document
from followup.models import AccountLine, Report
from followup.notes import SUBMITTED
from followup.project import Project
from followup.queries.projects import project_of
from followup.refusals import Refusal
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def submit_report(report: Report, *, by: Person, at: datetime) -> None:
    """Send a report that lacks nothing, by somebody who signs for the lead.

    A final report takes its accounts from the annual ones. Raises RuleBrokenError: not the lead's
    signatory, sent already, something is missing, the case is closed.
    """
    with transaction():
        held = hold_draft(report, by)
        refuse_strangers(held.application_id, by, Role.SIGNATORY)
        refuse_unless_owing(held.application, held.duty.kind)
        project = project_of(any_application(held.application_id))
        lacks = missing(facts_of(held, project))
        if lacks:
            raise RuleBrokenError(Refusal.INCOMPLETE, number=len(lacks))
        if held.duty.kind is DutyKind.FINAL:
            _add_up(held, project)
        held.submitted_at, held.submitted_by_id = at, by.id
        db.session.flush()
        journal.note(
            held.application,
            SUBMITTED[held.duty.kind].value,
            by=by,
            at=at,
            public=True,
            year=held.duty.year,
            report=held.id,
        )
        ask_for_document(held, at)


def _add_up(report: Report, project: Project) -> None:
    """Write the annual reports' accounts, added up, as the final one's: what is sent stands as sent."""
    for line in report.accounts:
        db.session.delete(line)
    db.session.flush()
    db.session.add_all(
        AccountLine(report_id=report.id, activity_id=activity, spent=spent)
        for activity, spent in spent_in(report, project).items()
    )
