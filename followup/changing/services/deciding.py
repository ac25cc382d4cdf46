"""The office's answer to a change: yes or no, with a reason, in a letter to all who take part."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Person, Role
from applications import journal
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria.deadlines import annual_report_due
from criteria.duties import DutyKind
from decisions.dispatch import put_saying
from decisions.letter.said import ChangeAnswer
from decisions.localdecisions.owing import release
from decisions.rights import require_role, require_words
from followup.beginning import not_begun
from followup.benefits.meeting import settle
from followup.changing.holding import hold_change, hold_project
from followup.changing.models import ChangeRequest
from followup.changing.notes import ChangeNote
from followup.changing.plans import plan_in_force
from followup.changing.project import Changing, changing, granted_now
from followup.changing.refusals import Refusal
from followup.changing.sentences import in_whole
from followup.deadlines.queries import last_granted
from followup.models import Duty, Report
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def decide_change(
    change: ChangeRequest, *, approved: bool, answer: str, by: Person, at: datetime
) -> None:
    """Approve a change or refuse it, once, with a reason.

    An approved one is in force from now. Which rules of the call it breaks is kept with it: they bind the
    assessment of applications, and the officer weighs them here. Raises RuleBrokenError: no case officer,
    hindered in the case, not to decide, no reason; to approve: somebody has not confirmed, it no longer
    fits what is granted.
    """
    with transaction():
        hold_project(change.application_id)
        require_role(by, Role.CASE_OFFICER)
        require_unhindered(by, change.application_id)
        held = hold_change(change)
        if not held.awaits_answer:
            raise RuleBrokenError(Refusal.NOT_TO_DECIDE)
        words = require_words(answer)
        found = changing(held, any_application(held.application_id))
        if approved:
            _refuse_unfit(found)
            held.broken = JsonValue(rules=[one.rule.value for one, _new in found.broken])
        held.approved, held.answer = approved, words
        held.decided_at, held.decided_by_id = at, by.id
        if approved:
            _move_final_duty(found)
            _extend_drafts(found)
            settle(found.application, by=by, at=at)  # who has left is not waited for
            _release(found, at)
        journal.note(
            found.application, ChangeNote.APPROVED if approved else ChangeNote.REFUSED,
            by=by, at=at, public=True, change=held.id, number=held.number,
        )  # fmt: skip
        _write(found, by, at)


def _refuse_unfit(found: Changing) -> None:
    """Refuse to approve what is not confirmed, or does not fit what is granted and settled by now."""
    if found.lacking:
        names = ", ".join(one.organisation.name for one in found.lacking)
        raise RuleBrokenError(Refusal.NOT_CONFIRMED, names=names)
    granted = granted_now(found.application.id)
    plan = plan_in_force(found.application, granted, before=found.request)
    if replace(found, granted=granted, plan=plan).problems:
        raise RuleBrokenError(Refusal.NO_LONGER_FITS)


def _move_final_duty(found: Changing) -> None:
    """Let the final report wait until the project has ended, when it ends in a later year than granted."""
    end_on = found.then.end_on
    if end_on is None or end_on == found.plan.end_on:
        return
    final = db.session.scalars(
        select(Duty).where(Duty.application_id == found.application.id, Duty.kind == DutyKind.FINAL)
    ).first()
    if final is not None:
        granted = last_granted(final.id)
        days = [annual_report_due(final.year), annual_report_due(end_on.year)]
        final.due_on = max(days if granted is None else [*days, granted])


def _extend_drafts(found: Changing) -> None:
    """Let reports that are being written tell of what comes to the project."""
    drafts = db.session.scalars(
        select(Report)
        .where(Report.application_id == found.application.id, Report.submitted_at.is_(None))
        .options(selectinload(Report.activities))
    )
    for draft in drafts:
        told = {one.activity_id for one in draft.activities}
        draft.activities += [not_begun(one) for one in sorted(found.then.activities - told)]


def _release(found: Changing, at: datetime) -> None:
    """Wait no longer for the decision at home of those who leave the project."""
    gone = found.plan.participants - found.then.participants
    leaving = [one.organisation_id for one in found.application.partners if one.id in gone]
    release(found.application.id, leaving, at=at)


def _write(found: Changing, by: Person, at: datetime) -> None:
    request, change = found.request, in_whole(found)
    said = ChangeAnswer(
        approved=bool(request.approved),
        asked_on=clock.in_oslo(request.submitted_at or at).date(),
        change=change.nb,
        change_nn=change.nn,
        reason=request.answer,
    )
    put_saying(
        found.application, said, about=request.subject, dated=clock.in_oslo(at).date(), at=at,
        officer=by,
    )  # fmt: skip
