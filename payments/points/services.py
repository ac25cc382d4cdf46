"""The acts at stage gates: the office sets and decides, the project tells and asks to go on."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Person, Role
from accounts.queries import person
from applications import journal
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application
from applications.refusals import Refusal as ApplicantRefusal
from assessments.rights import require_unhindered
from criteria.stagegates import (
    PASSING,
    PointOutcome,
    PointPlan,
    PointRefusal,
    Told,
    wrong_account,
    wrong_conditions,
    wrong_plan,
)
from criteria.steps import Step
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.saying import says_something
from payments.models import Instalment
from payments.plans.facts import release_point
from payments.points import notices
from payments.points.models import PointAccount, StageGate
from payments.points.notes import PointNote
from payments.points.queries import whole

_NOTES = {
    PointOutcome.GO_ON: PointNote.WENT_ON,
    PointOutcome.CONDITIONALLY: PointNote.WENT_ON_CONDITIONALLY,
    PointOutcome.STOP: PointNote.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an officer decides of what was told. `conditions`: of going on conditionally; else empty."""

    outcome: PointOutcome
    reason: str
    conditions: str = ""


def set_point(
    application: Application, wanted: PointPlan, *, by: Person, at: datetime
) -> StageGate:
    """Set a point in a grant that is in force, and tell the lead.

    Raises RuleBrokenError: no case officer, hindered in the case, the grant is not in force, something is not
    said, a day that has been.
    """
    with transaction():
        held = _hold_for_office(application, by)
        plan = _fit(wanted, None, at)
        made = StageGate(
            application_id=held.id,
            kind=plan.kind,
            name=plan.name,
            to_show=plan.to_show,
            due_on=plan.due_on,
            set_at=at,
            set_by_id=by.id,
        )
        db.session.add(made)
        db.session.flush()  # the journal names it by its id
        journal.note(
            held, PointNote.SET.value, by=by, at=at, public=True,
            point=made.id, name=made.name, due_on=made.due_on.isoformat(),
        )  # fmt: skip
        notices.tell_set(any_application(held.id), at)
    return made


def change_point(point: StageGate, wanted: PointPlan, *, by: Person, at: datetime) -> None:
    """Change a point at which nothing is told yet, and tell the lead. The journal keeps what it was.

    Raises RuleBrokenError as `set_point`, and: withdrawn, told of, nothing is changed.
    """
    with transaction():
        case = _hold_for_office(point.application, by)
        held = _hold_untold(point)
        before = held.plan
        plan = _fit(wanted, before, at)
        held.kind, held.name, held.to_show, held.due_on = (
            plan.kind, plan.name, plan.to_show, plan.due_on,
        )  # fmt: skip
        journal.note(
            case, PointNote.CHANGED.value, by=by, at=at, public=True,
            point=held.id, name=held.name, due_on=held.due_on.isoformat(),
            kind_before=before.kind.value, name_before=before.name,
            to_show_before=before.to_show, due_on_before=before.due_on.isoformat(),
        )  # fmt: skip
        notices.tell_set(any_application(case.id), at)


def withdraw_point(point: StageGate, why: str, *, by: Person, at: datetime) -> None:
    """Withdraw a point at which nothing is told yet, with a reason, and tell the lead.

    Raises RuleBrokenError: no case officer, hindered, the grant is not in force, no reason, withdrawn
    already, told of, an instalment waits for it.
    """
    with transaction():
        case = _hold_for_office(point.application, by)
        held = _hold_untold(point)
        words = require_words(why)
        waits = select(Instalment.id).where(
            Instalment.stage_gate_id == held.id, Instalment.amount > 0
        )
        if db.session.scalars(waits.limit(1)).first() is not None:
            raise RuleBrokenError(PointRefusal.MONEY_WAITS)
        held.withdrawn_at, held.withdrawn_by_id, held.withdrawn_why = at, by.id, words
        journal.note(
            case, PointNote.WITHDRAWN.value, by=by, at=at, public=True,
            point=held.id, name=held.name, why=words,
        )  # fmt: skip
        notices.tell_set(any_application(case.id), at)


def tell_at_point(point: StageGate, told: Told, *, by: Person, at: datetime) -> PointAccount:
    """Tell what is delivered, what it costs and what is expected, and ask to go on; tell the office.

    Told once more, the newest is what is decided on. Raises RuleBrokenError: not of the lead, the grant is
    not in force, the point is withdrawn or passed, something is not said, less is expected than is spent.
    """
    with transaction():
        case = locked(point.application)
        whole_case = any_application(case.id)
        if lead_of(whole_case).organisation_id not in by.organisations_as(
            Role.EDITOR, Role.SIGNATORY
        ):
            raise RuleBrokenError(ApplicantRefusal.NOT_LEADS_EDITOR)
        _refuse_unless_in_force(case)
        held = _hold(point)
        if held.is_passed:
            raise RuleBrokenError(PointRefusal.PASSED)
        if not (says_something(told.delivered) and says_something(told.why)):
            raise RuleBrokenError(PointRefusal.NOT_TOLD)
        _refuse(wrong_account(told))
        made = PointAccount(
            number=len(held.accounts) + 1,
            delivered=told.delivered.strip(),
            spent=told.spent,
            expected=told.expected,
            outlook=told.outlook,
            outlook_why=told.why.strip(),
            told_at=at,
            told_by_id=by.id,
        )
        held.accounts.append(made)
        db.session.flush()
        journal.note(
            case, PointNote.TOLD.value, by=by, at=at, public=True,
            point=held.id, name=held.name, number=made.number, spent=made.spent, expected=made.expected,
        )  # fmt: skip
        notices.tell_office(whole_case, at)
    return made


def decide_at_point(
    point: StageGate, verdict: Verdict, *, seen: int, by: Person, at: datetime
) -> int:
    """Decide what was told last: go on, go on conditionally, or stop; always with a reason. Tell the lead.

    A point that is passed lets the instalments that wait for it fall due; gives how many. A stop moves no
    money. `seen`: the number of the account that the officer read. Raises StaleError when more was told
    since; RuleBrokenError: no case officer, hindered, the grant is not in force, withdrawn, nothing to decide
    on, no reason, conditions that lack or have no place.
    """
    with transaction():
        case = _hold_for_office(point.application, by)
        held = _hold(point)
        newest = held.newest
        if newest is None or newest.outcome is not None:
            raise RuleBrokenError(PointRefusal.NOTHING_TO_DECIDE)
        if newest.number != seen:
            raise StaleError
        words = require_words(verdict.reason)
        conditions = verdict.conditions.strip() if says_something(verdict.conditions) else ""
        _refuse(wrong_conditions(verdict.outcome, conditions))
        newest.decided_at, newest.decided_by_id = at, by.id
        newest.outcome, newest.reason, newest.conditions = verdict.outcome, words, conditions
        db.session.flush()  # the database lets money fall due only when the point is passed
        released = release_point(held.id, at=at) if verdict.outcome in PASSING else 0
        journal.note(
            case, _NOTES[verdict.outcome].value, by=by, at=at, public=True,
            point=held.id, name=held.name, number=newest.number, released=released,
        )  # fmt: skip
        notices.tell_decided(any_application(case.id), person(newest.told_by_id), at)
    return released


def _hold_for_office(application: Application, by: Person) -> Application:
    """Hold a case in force for an officer who is not hindered in it. Raises RuleBrokenError."""
    require_role(by, Role.CASE_OFFICER)
    held = locked(application)
    require_unhindered(by, held.id)
    _refuse_unless_in_force(held)
    return held


def _refuse_unless_in_force(application: Application) -> None:
    if application.step is not Step.ACCEPTED:
        raise RuleBrokenError(PointRefusal.NOT_IN_FORCE)


def _hold(point: StageGate) -> StageGate:
    """Read a point of a held case anew, with what was told. Raises RuleBrokenError: withdrawn."""
    one = select(StageGate).where(StageGate.id == point.id)
    told = selectinload(StageGate.accounts)
    db.session.scalars(one.options(told).execution_options(populate_existing=True)).one()
    held = db.session.scalars(one.options(*whole())).one()
    if held.withdrawn_at is not None:
        raise RuleBrokenError(PointRefusal.WITHDRAWN)
    return held


def _hold_untold(point: StageGate) -> StageGate:
    held = _hold(point)
    if held.accounts:
        raise RuleBrokenError(PointRefusal.TOLD_OF)
    return held


def _fit(wanted: PointPlan, before: PointPlan | None, at: datetime) -> PointPlan:
    """Give a point as it is wanted, without blank edges. Raises RuleBrokenError."""
    if not says_something(wanted.name):
        raise RuleBrokenError(PointRefusal.NO_NAME)
    if not says_something(wanted.to_show):
        raise RuleBrokenError(PointRefusal.NOTHING_TO_SHOW)
    plan = replace(wanted, name=wanted.name.strip(), to_show=wanted.to_show.strip())
    _refuse(wrong_plan(plan, before, clock.in_oslo(at).date()))
    return plan


def _refuse(why: PointRefusal | None) -> None:
    if why is not None:
        raise RuleBrokenError(why)
