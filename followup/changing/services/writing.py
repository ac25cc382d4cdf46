"""The lead's acts on a change: begin it, write it, send it, take it back."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from applications.queries import any_application
from criteria.changes import Change
from decisions.queries import decision_in_force
from followup.changing import notices, queries
from followup.changing.content import written
from followup.changing.holding import hold_change, hold_project, new_change
from followup.changing.models import ChangeRequest
from followup.changing.notes import ChangeNote
from followup.changing.project import changing
from followup.changing.refusals import Refusal
from followup.holding import refuse_strangers
from foundation.database import transaction
from foundation.errors import NotFoundError, RuleBrokenError, StaleError


def begin_change(application: Application, *, by: Person, at: datetime) -> ChangeRequest:
    """Begin a change, or go on with the draft that is there.

    Raises RuleBrokenError: not the lead's, the case is closed, one awaits an answer.
    """
    with transaction():
        held = hold_project(application.id)
        refuse_strangers(held.id, by, Role.EDITOR, Role.SIGNATORY)
        there = queries.open_change(held.id)
        if there is not None and there.submitted_at is not None:
            raise RuleBrokenError(Refusal.AWAITS_ANSWER)
        if there is None:
            there = new_change(held, by=by, at=at)
            audit.record("change.begun", subject=there.subject, by=by, at=at, number=there.number)
    return there


def save_change(
    change: ChangeRequest, wanted: Change, *, reason: str, seen: int, by: Person, at: datetime
) -> None:
    """Keep what is written so far. Nothing need be whole before it is sent.

    Raises RuleBrokenError: not the lead's, sent already; StaleError when somebody else saved since.
    """
    with transaction():
        held = _hold_draft(change, by, Role.EDITOR, Role.SIGNATORY)
        if held.version != seen:
            raise StaleError
        held.wanted, held.reason = written(wanted), reason.strip()
        audit.record("change.saved", subject=held.subject, by=by, at=at)


def submit_change(change: ChangeRequest, *, by: Person, at: datetime) -> None:
    """Send a change that nothing stops, by somebody who signs for the lead.

    Those concerned are asked to confirm their part. Raises RuleBrokenError: not the lead's signatory, sent
    already, something is wrong with it.
    """
    with transaction():
        held = _hold_draft(change, by, Role.SIGNATORY)
        application = any_application(held.application_id)
        found = changing(held, application)
        if found.problems:
            raise RuleBrokenError(Refusal.NOT_WHOLE, number=len(found.problems))
        decision = decision_in_force(application.id)
        if decision is None:
            raise NotFoundError
        held.submitted_at, held.submitted_by_id = at, by.id
        held.decision_id = decision.id
        journal.note(
            application, ChangeNote.SUBMITTED, by=by, at=at, public=True,
            change=held.id, number=held.number,
        )  # fmt: skip
        notices.tell_concerned(application, found.lacking, at)
        notices.tell_office(application, at)


def withdraw_change(change: ChangeRequest, *, by: Person, at: datetime) -> None:
    """Take a change back, sent or not, before it is answered: the lead's signatory does.

    Raises RuleBrokenError: not the lead's signatory, answered or withdrawn already.
    """
    with transaction():
        held_case = hold_project(change.application_id)
        held = hold_change(change)
        refuse_strangers(held.application_id, by, Role.SIGNATORY)
        if held.decided_at is not None or held.withdrawn_at is not None:
            raise RuleBrokenError(Refusal.NOT_OPEN)
        held.withdrawn_at, held.withdrawn_by_id = at, by.id
        journal.note(
            held_case, ChangeNote.WITHDRAWN, by=by, at=at, public=True,
            change=held.id, number=held.number,
        )  # fmt: skip


def _hold_draft(change: ChangeRequest, by: Person, *roles: Role) -> ChangeRequest:
    hold_project(change.application_id)
    held = hold_change(change)
    refuse_strangers(held.application_id, by, *roles)
    if not held.is_draft:
        raise RuleBrokenError(Refusal.NOT_A_DRAFT)
    return held
