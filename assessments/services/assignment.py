"""Putting case officers on cases: one handles, two assess independently."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from accounts.models import Membership, Person, Role
from applications import journal
from applications.models import Application
from assessments.models import Assignment, Task
from assessments.notes import PUT_ON, TAKEN_OFF
from assessments.queries.assignments import UNDER_WORK
from assessments.queries.hindrances import known_hindrances
from assessments.refusals import Refusal
from assessments.staffing import ASSESSORS
from criteria.procedure import FINAL_STEPS, Step
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Wish:
    """That a person be put on a case to do a task."""

    application: Application
    person: Person
    task: Task


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish that could not be granted, and why."""

    wish: Wish
    because: RuleBrokenError


def assign(
    application: Application, person: Person, task: Task, *, by: Person, at: datetime
) -> Assignment:
    """Put an officer on a case. Whoever handled it before, handles it no more.

    Raises RuleBrokenError: hindered, not a case officer, already there, two assess already.
    """
    with transaction():
        return _assign(Wish(application, person, task), by, at)


def assign_many(wishes: Sequence[Wish], *, by: Person, at: datetime) -> tuple[Refused, ...]:
    """Put officers on several cases at once. What cannot be is left out, and told with its reason."""
    refused = []
    with transaction():
        for wish in wishes:
            try:
                _assign(wish, by, at)
            except RuleBrokenError as error:
                refused.append(Refused(wish, error))
    return tuple(refused)


def end_assignment(assignment: Assignment, *, by: Person, at: datetime) -> None:
    """Take an officer off a case. What the officer has written there stays."""
    with transaction():
        application = locked(assignment.application)
        _refuse_past(application, assignment.task)
        if locked(assignment).ended_at is None:
            assignment.ended_at = at
            journal.note(
                application, TAKEN_OFF[assignment.task], by=by, at=at, public=False,
                name=assignment.person.name,
            )  # fmt: skip


def _assign(wish: Wish, by: Person, at: datetime) -> Assignment:
    """Decide, then write: a refusal leaves nothing behind in the act."""
    application = locked(wish.application)
    _refuse_past(application, wish.task)
    _refuse_unfit(wish)
    others = _on_the_task(application, wish.task)
    if wish.person.id in {one.person_id for one in others}:
        raise RuleBrokenError(Refusal.ALREADY_ASSIGNED, name=wish.person.name)
    if wish.task is Task.ASSESS and len(others) >= ASSESSORS:
        raise RuleBrokenError(Refusal.ENOUGH_ASSESSORS, number=ASSESSORS)
    if wish.task is Task.HANDLE:
        for other in others:
            other.ended_at = at
        db.session.flush()  # one who handles at a time, also to the database
    assignment = Assignment(
        application_id=application.id,
        person_id=wish.person.id,
        task=wish.task,
        assigned_at=at,
        assigned_by_id=by.id,
        person=wish.person,
        application=application,
    )
    db.session.add(assignment)
    journal.note(application, PUT_ON[wish.task], by=by, at=at, public=False, name=wish.person.name)
    return assignment


def _refuse_past(application: Application, task: Task) -> None:
    if task is Task.HANDLE:
        over = application.step in FINAL_STEPS or application.step is Step.DRAFT
    else:
        over = application.step not in UNDER_WORK
    if over:
        raise RuleBrokenError(Refusal.TASK_IS_OVER)


def _refuse_unfit(wish: Wish) -> None:
    roles = db.session.scalars(
        select(Membership.role).where(
            Membership.person_id == wish.person.id, Membership.ended_at.is_(None)
        )
    ).all()
    if Role.CASE_OFFICER not in roles:
        raise RuleBrokenError(Refusal.NOT_CASE_OFFICER, name=wish.person.name)
    hindrances = known_hindrances([wish.person.id], [wish.application.id])
    hindrance = hindrances.get((wish.person.id, wish.application.id))
    if hindrance is not None:
        raise RuleBrokenError(hindrance)


def _on_the_task(application: Application, task: Task) -> Sequence[Assignment]:
    return db.session.scalars(
        select(Assignment)
        .where(
            Assignment.application_id == application.id,
            Assignment.task == task,
            Assignment.ended_at.is_(None),
        )
        .order_by(Assignment.id)
    ).all()
