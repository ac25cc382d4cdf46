"""The lead's acts on a report that is not sent yet."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from accounts import audit
from accounts.models import Person, Role
from applications import sittings
from applications.queries import any_application
from criteria.duties import DutyKind, has_form
from criteria.reporting import PARTS, Part
from followup import beginning
from followup.asking.queries import asked_by
from followup.content import ReportContent
from followup.holding import (
    hold_case,
    hold_draft,
    hold_report,
    refuse_strangers,
    refuse_unless_owing,
)
from followup.models import AccountLine, Duty, Report
from followup.queries.projects import project_of
from followup.queries.reports import newest_in_case
from followup.refusals import Refusal
from foundation import scans
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.files import Stored


def begin_report(duty: Duty, *, by: Person, at: datetime) -> Report:
    """Begin a report, filled with what is known; the draft that is there already is gone on with.

    A returned report is answered by a new number. Raises RuleBrokenError: not the lead's, the case is
    closed, sent already, approved already, a duty that has no report form.
    """
    with transaction():
        case = hold_case(duty.application_id)
        refuse_unless_owing(case, duty.kind)
        refuse_strangers(duty.application_id, by, Role.EDITOR, Role.SIGNATORY)
        if not has_form(duty.kind, asks=bool(asked_by(case.call_id).get(duty.kind))):
            raise RuleBrokenError(Refusal.NO_FORM)
        _refuse_met(duty)
        last = _last(duty)
        if last is not None and last.submitted_at is None:
            report = last
        else:
            _refuse_settled(last)
            report = _new(duty, last, at)
            audit.record("report.begun", subject=report.subject, by=by, at=at, number=report.number)
    return report


def save_report(
    report: Report, content: ReportContent, *, by: Person, at: datetime, auto: bool = False
) -> None:
    """Keep what is written so far. Nothing need be whole before it is sent. `auto`: by the page itself.

    Raises RuleBrokenError: not the lead's, sent already; StaleError when somebody else saved since.
    """
    with transaction():
        held = hold_draft(report, by, seen=content.seen)
        held.progress, held.results = content.progress, content.results
        held.deviations, held.experience = content.deviations, content.experience
        _write_activities(held, content)
        _write_benefits(held, content)
        flag_modified(held, "progress")  # a new version also when only its rows changed
        sittings.note_saved(
            held.application, "report.saved", subject=held.subject, by=by, at=at, auto=auto
        )


def enclose_audit(
    report: Report, stored: Stored, *, filename: str, by: Person, at: datetime
) -> None:
    """Enclose the auditor's statement, in the place of one that is there already.

    Raises RuleBrokenError: not the lead's, sent already, a final report.
    """
    with transaction():
        held = hold_draft(report, by)
        if held.duty.kind is not DutyKind.ANNUAL:
            raise RuleBrokenError(Refusal.NO_AUDIT_HERE)
        scans.watch(stored, at)
        held.audit_sha256, held.audit_filename = stored.sha256, filename
        audit.record(
            "report.audit_enclosed", subject=held.subject, by=by, at=at, sha256=stored.sha256
        )


def remove_audit(report: Report, *, by: Person, at: datetime) -> None:
    """Take the auditor's statement out again. Raises RuleBrokenError: not the lead's, sent already."""
    with transaction():
        held = hold_draft(report, by)
        if held.audit_sha256 is not None:
            audit.record(
                "report.audit_removed", subject=held.subject, by=by, at=at,
                sha256=held.audit_sha256,
            )  # fmt: skip
            held.audit_sha256, held.audit_filename = None, None


def _refuse_met(duty: Duty) -> None:
    if locked(duty).met_at is not None:
        raise RuleBrokenError(Refusal.MET_ALREADY)


def _last(duty: Duty) -> Report | None:
    newest = select(func.max(Report.id)).where(Report.duty_id == duty.id)
    found = db.session.scalar(newest)
    return None if found is None else hold_report(found)


def _refuse_settled(last: Report | None) -> None:
    if last is None or last.approved is False:
        return
    raise RuleBrokenError(Refusal.ALREADY_APPROVED if last.approved else Refusal.ALREADY_SENT)


def _new(duty: Duty, last: Report | None, at: datetime) -> Report:
    report = Report(
        duty_id=duty.id,
        application_id=duty.application_id,
        number=last.number + 1 if last else 1,
        started_at=at,
    )
    earlier = newest_in_case(duty.application_id)
    if last is not None:
        beginning.answer(report, last)
    elif Part.WORK not in PARTS[duty.kind]:
        beginning.with_answers_alone(report)
    elif earlier is not None:
        beginning.follow(report, earlier, project_of(any_application(duty.application_id)))
    else:
        beginning.start(report, project_of(any_application(duty.application_id)))
    db.session.add(report)
    db.session.flush()  # the audit entry names the report by its id
    return report


def _write_activities(report: Report, content: ReportContent) -> None:
    lines = {line.activity_id: line for line in report.accounts}
    for one in report.activities:
        written = content.activities.get(one.activity_id)
        if written is None:
            continue
        one.status, one.percent, one.comment = written.status, written.percent, written.comment
        line = lines.get(one.activity_id)
        if written.spent is None:
            if line is not None:
                report.accounts.remove(line)
                db.session.delete(line)
        elif line is not None:
            line.spent = written.spent
        else:
            report.accounts.append(AccountLine(activity_id=one.activity_id, spent=written.spent))


def _write_benefits(report: Report, content: ReportContent) -> None:
    for one in report.benefits:
        written = content.benefits.get(one.benefit_id)
        if written is None:
            continue
        one.indicator, one.unit, one.owner = written.indicator, written.unit, written.owner
        one.baseline, one.target, one.target_on = (
            written.baseline, written.target, written.target_on,
        )  # fmt: skip
        one.measured, one.measured_on = written.measured, written.measured_on
        one.comment = written.comment
