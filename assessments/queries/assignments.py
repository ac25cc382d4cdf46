"""Who is put on which case, and how much each officer has open."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from accounts import queries as people
from accounts.models import Person, Role
from applications.models import Application
from assessments.models import Assignment, Task
from criteria.procedure import Step
from foundation.database import db
from foundation.errors import NotFoundError

UNDER_WORK = (Step.SUBMITTED, Step.INCOMPLETE, Step.ELIGIBLE)
"""The steps at which a case still wants its officers' work: control, then assessment."""


@dataclass(frozen=True, slots=True)
class Load:
    """A case officer and how many open cases the officer is put on, for each task."""

    person: Person
    handles: int
    assesses: int

    @property
    def cases(self) -> int:
        """All the tasks that are open."""
        return self.handles + self.assesses


def assignments_of(application_id: int) -> list[Assignment]:
    """List the living assignments of a case with the person: who handles first."""
    found = db.session.scalars(
        select(Assignment)
        .where(Assignment.application_id == application_id, Assignment.ended_at.is_(None))
        .options(joinedload(Assignment.person))
        .order_by(Assignment.id)
    )
    return sorted(found, key=lambda one: (one.task is not Task.HANDLE, one.id))


def assignment(assignment_id: int) -> Assignment:
    """Find a living assignment with person and case. Raises NotFoundError."""
    found = db.session.scalars(
        select(Assignment)
        .where(Assignment.id == assignment_id, Assignment.ended_at.is_(None))
        .options(joinedload(Assignment.person), joinedload(Assignment.application))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def is_put_on(person_id: int, application_id: int, task: Task) -> bool:
    """Tell whether a person is put on a case to do a task."""
    return (
        db.session.scalar(
            select(func.count(Assignment.id)).where(
                Assignment.application_id == application_id,
                Assignment.person_id == person_id,
                Assignment.task == task,
                Assignment.ended_at.is_(None),
            )
        )
        != 0
    )


def assessors_of(application_id: int) -> frozenset[int]:
    """Give the persons who are put on a case to assess it."""
    return frozenset(
        db.session.scalars(
            select(Assignment.person_id).where(
                Assignment.application_id == application_id,
                Assignment.task == Task.ASSESS,
                Assignment.ended_at.is_(None),
            )
        )
    )


def loads() -> list[Load]:
    """List the active case officers, the one with the fewest open cases first, then by name."""
    rows = db.session.execute(
        select(Assignment.person_id, Assignment.task, func.count(Assignment.id))
        .join(Assignment.application)
        .where(Assignment.ended_at.is_(None), Application.step.in_(UNDER_WORK))
        .group_by(Assignment.person_id, Assignment.task)
    )
    counts = {(person_id, task): number for person_id, task, number in rows}
    found = [
        Load(
            one,
            counts.get((one.id, Task.HANDLE), 0),
            counts.get((one.id, Task.ASSESS), 0),
        )
        for one in people.persons_as(Role.CASE_OFFICER)
    ]
    return sorted(found, key=lambda load: (load.cases, load.person.name, load.person.id))


def cases_by_id(ids: Iterable[int]) -> list[Application]:
    """List submitted cases by their ids, bare, in the order of their case numbers."""
    return list(
        db.session.scalars(
            select(Application)
            .where(Application.id.in_(list(ids)), Application.submitted_at.is_not(None))
            .order_by(Application.submitted_at, Application.id)
        )
    )


def living_assignments(ids: Iterable[int]) -> list[Assignment]:
    """List the living assignments of several cases with the persons, as they were made."""
    return list(
        db.session.scalars(
            select(Assignment)
            .where(Assignment.application_id.in_(list(ids)), Assignment.ended_at.is_(None))
            .options(joinedload(Assignment.person))
            .order_by(Assignment.id)
        )
    )
