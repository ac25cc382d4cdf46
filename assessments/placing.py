"""Putting an officer on a case, inside an act that has more to do: decide first, then write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from accounts.models import Membership, Person, Role
from applications import journal
from applications.models import Application
from assessments.impartiality.standing import known_hindrances
from assessments.models import Assignment, Task
from assessments.notes import PUT_ON, TAKEN_OFF
from assessments.queries.assignments import UNDER_WORK
from assessments.queries.marks import reading_of
from assessments.refusals import Refusal
from assessments.staffing import readers_wanted
from criteria.procedure import FINAL_STEPS, Step
from foundation.database import db, locked
from foundation.errors import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Wish:
    """That a person be put on a case to do a task."""

    application: Application
    person: Person
    task: Task


def place(wish: Wish, by: Person, at: datetime) -> Assignment:
    """Put an officer on a case; whoever handled it before, handles it no more.

    A refusal leaves nothing behind in the act. Raises RuleBrokenError.
    """
    application = locked(wish.application)
    refuse_past(application, wish.task)
    _refuse_unfit(wish)
    others = _on_the_task(application, wish.task)
    if wish.person.id in {one.person_id for one in others}:
        raise RuleBrokenError(Refusal.ALREADY_ASSIGNED, name=wish.person.name)
    if wish.task is Task.ASSESS:
        _refuse_too_many(application, len(others))
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


def displace(
    application: Application, person: Person, *, by: Person, at: datetime
) -> tuple[Task, ...]:
    """Take a person off every task in a case; tell which."""
    living = db.session.scalars(
        select(Assignment)
        .where(
            Assignment.application_id == application.id,
            Assignment.person_id == person.id,
            Assignment.ended_at.is_(None),
        )
        .order_by(Assignment.id)
    ).all()
    for one in living:
        one.ended_at = at
        journal.note(application, TAKEN_OFF[one.task], by=by, at=at, public=False, name=person.name)
    db.session.flush()
    return tuple(one.task for one in living)


def _refuse_too_many(application: Application, readers: int) -> None:
    wanted = readers_wanted(wants_third=reading_of(application.id).wants_third)
    if readers >= wanted:
        raise RuleBrokenError(Refusal.ENOUGH_ASSESSORS, number=wanted)


def refuse_past(application: Application, task: Task) -> None:
    """Refuse a task for which the case has come too far."""
    if is_past(application.step, task):
        raise RuleBrokenError(Refusal.TASK_IS_OVER)


def is_past(step: Step, task: Task) -> bool:
    """Tell whether a case has come too far for a task."""
    if task is Task.HANDLE:
        return step in FINAL_STEPS or step is Step.DRAFT
    return step not in UNDER_WORK


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
