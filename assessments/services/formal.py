"""Formal control: rules and completeness asked, and what the officer makes of the answers."""

from collections.abc import Collection
from datetime import date, datetime

from accounts.models import Person
from applications import journal
from applications.corrections.content import content_of
from applications.corrections.opening import put_open
from applications.models import Application, Deficiency
from applications.queries import any_application
from assessments.controlling import CONTROL_COUNTS, LEFT_CONTROL, UNDER_CONTROL
from assessments.models import Examination, FormalFinding, Task
from assessments.notes import CaseNote
from assessments.notices import ask_applicant
from assessments.queries.formal import examination_of, latest_deficiency
from assessments.refusals import Refusal
from assessments.rights import require_step, require_task, require_words
from criteria.completeness import Section
from criteria.procedure import Act, Step
from foundation import clock, outbox
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.wording import format_day


def overrule(finding: FormalFinding, *, reason: str, by: Person, at: datetime) -> None:
    """Let the case go on in spite of a finding. The finding stays, with who overruled it and why."""
    with transaction():
        application = any_application(finding.examination.application_id)
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, CONTROL_COUNTS, Refusal.NOT_UNDER_CONTROL)
        _refuse_old(application)
        locked(finding)
        if finding.overruled_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_OVERRULED)
        if not finding.blocking:
            raise RuleBrokenError(Refusal.NOTHING_TO_OVERRULE)
        finding.overruled_reason = require_words(reason)
        finding.overruled_by = by
        finding.overruled_by_id = by.id
        finding.overruled_at = at
        journal.note(
            application, CaseNote.OVERRULED, by=by, at=at, public=False,
            rule=finding.rule.value, reason=finding.overruled_reason,
        )  # fmt: skip


def ask_for_more(
    application: Application,
    *,
    text: str,
    due_on: date,
    sections: Collection[Section] = (),
    by: Person,
    at: datetime,
) -> Deficiency:
    """Ask the applicant to mend something by a date; the case waits for the answer.

    `sections` are opened for correction until then, and what stands in them is kept.
    The duty to point out what is missing: fvl. 1967 § 11 (2025: § 16).
    """
    with transaction():
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, (Step.SUBMITTED,), Refusal.NOT_UNDER_CONTROL)
        if due_on <= clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.DUE_IN_THE_PAST)
        deficiency = Deficiency(
            application_id=application.id,
            asked=require_words(text),
            asked_at=at,
            asked_by_id=by.id,
            due_on=due_on,
        )
        db.session.add(deficiency)
        journal.move(application, Act.ASK_FOR_MORE, by=by, at=at, due_on=due_on.isoformat())
        outbox.put(
            "make_deficiency_letter", subject=journal.subject_of(application), at=at,
            deficiency=deficiency.id,
        )  # fmt: skip
        whole = any_application(application.id)
        put_open(deficiency.id, {one: content_of(whole, one) for one in sections})
        ask_applicant(whole, due_on, at=at)
    return deficiency


def find_eligible(application: Application, *, by: Person, at: datetime) -> None:
    """Let a case go on to assessment: everything is met, or overruled with a reason."""
    with transaction():
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, UNDER_CONTROL, Refusal.NOT_UNDER_CONTROL)
        examination = _refuse_old(application)
        stopping = _stopping(examination)
        if stopping:
            raise RuleBrokenError(Refusal.NOT_FIT, number=len(stopping))
        _confirm(examination, by, at)
        journal.move(application, Act.FIND_ELIGIBLE, by=by, at=at, examination=examination.id)


def find_ineligible(application: Application, *, reason: str, by: Person, at: datetime) -> None:
    """Find that a case cannot be assessed. It waits for a decision of rejection (avvisning).

    Not before the applicant's time to answer has run out. A case that was found fit can be found unfit
    only when its facts have changed, so that the control now stops it.
    """
    with transaction():
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, (*UNDER_CONTROL, *LEFT_CONTROL), Refusal.NOT_UNDER_CONTROL)
        words = require_words(reason)
        deficiency = latest_deficiency(application.id)
        if application.step is Step.INCOMPLETE and deficiency is not None:
            _refuse_early(deficiency, at)
        examination = _refuse_old(application)
        if application.step in LEFT_CONTROL and not _stopping(examination):
            raise RuleBrokenError(Refusal.NOT_UNDER_CONTROL)
        _confirm(examination, by, at)
        journal.move(
            application, Act.FIND_INELIGIBLE, by=by, at=at, examination=examination.id, reason=words
        )


def _stopping(examination: Examination) -> list[FormalFinding]:
    return [one for one in examination.findings if one.blocking and not one.overruled_at]


def _refuse_old(application: Application) -> Examination:
    """Give the newest examination; refuse none, and one from before the applicant's last answer."""
    examination = examination_of(application.id)
    if examination is None:
        raise RuleBrokenError(Refusal.NOT_EXAMINED)
    deficiency = latest_deficiency(application.id)
    answered_at = deficiency.answered_at if deficiency else None
    if answered_at is not None and answered_at > examination.examined_at:
        raise RuleBrokenError(Refusal.EXAMINE_AGAIN)
    return examination


def _refuse_early(deficiency: Deficiency, at: datetime) -> None:
    if at < clock.end_of_day(deficiency.due_on):
        raise RuleBrokenError(Refusal.WAITING_FOR_APPLICANT, due_on=format_day(deficiency.due_on))


def _confirm(examination: Examination, by: Person, at: datetime) -> None:
    """Note who stands by the control that the case goes on by."""
    locked(examination)
    if examination.confirmed_at is None:
        examination.confirmed_at, examination.confirmed_by_id = at, by.id
