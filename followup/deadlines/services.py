"""Acts on the day of a report: a later one is asked for by the lead, and given or refused by the office."""

from datetime import date, datetime

from accounts.models import Person, Role
from applications import journal
from applications.queries import any_application
from assessments.rights import require_unhindered
from decisions.rights import require_role
from followup.deadlines import notices, queries
from followup.deadlines.models import DutyExtension
from followup.deadlines.notes import DeadlineNote
from followup.deadlines.refusals import Refusal
from followup.holding import hold_case, refuse_strangers, refuse_unless_owing
from followup.models import Duty
from followup.queries.duties import duty_with_reports
from followup.states import OWED, newest, standing
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something
from foundation.wording import format_day


def ask_for_extension(
    duty: Duty, *, wanted_on: date, reason: str, by: Person, at: datetime
) -> DutyExtension:
    """Ask to report later. The day that holds stays until the office has answered.

    Raises RuleBrokenError: not the lead's, nothing is owed, asked already, the day is not later, no reason.
    """
    with transaction():
        refuse_unless_owing(hold_case(duty.application_id), duty.kind)
        refuse_strangers(duty.application_id, by, Role.EDITOR, Role.SIGNATORY)
        held = duty_with_reports(duty.id)
        if standing(held, newest(held.reports)) not in OWED:
            raise RuleBrokenError(Refusal.NOT_OWED)
        if any(one.answered_at is None for one in queries.extensions_of([held.id])[held.id]):
            raise RuleBrokenError(Refusal.ASKED_ALREADY)
        if wanted_on <= held.due_on:
            raise RuleBrokenError(Refusal.NOT_LATER)
        if not says_something(reason):
            raise RuleBrokenError(Refusal.REASON_MISSING)
        made = DutyExtension(
            duty_id=held.id,
            due_before=held.due_on,
            wanted_on=wanted_on,
            reason=reason.strip(),
            asked_at=at,
            asked_by_id=by.id,
        )
        db.session.add(made)
        db.session.flush()  # the journal names it by the id
        application = any_application(held.application_id)
        journal.note(application, DeadlineNote.ASKED, by=by, at=at, public=True, extension=made.id)
        notices.tell_office(application, at)
    return made


def answer_extension(
    extension: DutyExtension, *, granted_on: date | None, answer: str, by: Person, at: datetime
) -> None:
    """Give a later day, the wanted one or another; or refuse with a reason (`granted_on` None).

    Raises RuleBrokenError: no case officer, hindered in the case, answered already, the day is not later
    than the one that holds, a refusal without a reason.
    """
    with transaction():
        duty = db.session.get_one(Duty, extension.duty_id)
        held_case = hold_case(duty.application_id)
        require_role(by, Role.CASE_OFFICER)
        require_unhindered(by, held_case.id)
        held, duty = locked(extension), locked(duty)
        if held.answered_at is not None:
            raise RuleBrokenError(Refusal.ANSWERED_ALREADY)
        if granted_on is not None and granted_on <= max(duty.due_on, held.due_before):
            raise RuleBrokenError(Refusal.NOT_LATER)
        if granted_on is None and not says_something(answer):
            raise RuleBrokenError(Refusal.ANSWER_MISSING)
        held.granted_on, held.answer = granted_on, answer.strip()
        held.answered_at, held.answered_by_id = at, by.id
        if granted_on is None:
            journal.note(
                held_case, DeadlineNote.REFUSED, by=by, at=at, public=True, extension=held.id
            )
        else:
            duty.due_on = granted_on
            journal.note(
                held_case, DeadlineNote.GRANTED, by=by, at=at, public=True,
                extension=held.id, day=format_day(granted_on),
            )  # fmt: skip
        notices.tell_answered(any_application(held_case.id), at)
