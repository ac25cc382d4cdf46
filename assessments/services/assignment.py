"""Putting case officers on cases: one handles, two assess independently."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.models import Assignment, Task
from assessments.notes import TAKEN_OFF
from assessments.placing import Wish, place, refuse_past
from assessments.queries.assignments import living_assignments
from assessments.refusals import Refusal
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError

__all__ = [
    "CasePlan",
    "Refused",
    "Wish",
    "assign",
    "assign_many",
    "end_assignment",
    "staff_as_planned",
]


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish that could not be granted, and why."""

    wish: Wish
    because: RuleBrokenError


@dataclass(frozen=True, slots=True)
class CasePlan:
    """Who should be put on a case, by somebody who saw these living assignments on it."""

    application: Application
    seen: frozenset[int]
    wishes: tuple[Wish, ...]


def assign(
    application: Application, person: Person, task: Task, *, by: Person, at: datetime
) -> Assignment:
    """Put an officer on a case. Whoever handled it before, handles it no more.

    Raises RuleBrokenError: hindered, not a case officer, already there, two assess already.
    """
    with transaction():
        return place(Wish(application, person, task), by, at)


def assign_many(wishes: Sequence[Wish], *, by: Person, at: datetime) -> tuple[Refused, ...]:
    """Put officers on several cases at once. What cannot be is left out, and told with its reason."""
    refused = []
    with transaction():
        for wish in wishes:
            try:
                place(wish, by, at)
            except RuleBrokenError as error:
                refused.append(Refused(wish, error))
    return tuple(refused)


def staff_as_planned(plans: Sequence[CasePlan], *, by: Person, at: datetime) -> tuple[Refused, ...]:
    """Put officers on many cases at once, as it was suggested and looked over.

    A case that others have been put on or taken off meanwhile is left as it is, and told; so is each
    task that somebody cannot have.
    """
    refused = []
    with transaction():
        for plan in sorted(plans, key=lambda one: one.application.id):  # two at once wait in one line
            locked(plan.application)
            living = {one.id for one in living_assignments([plan.application.id])}
            for wish in plan.wishes:
                try:
                    _refuse_unseen(plan, living)
                    place(wish, by, at)
                except RuleBrokenError as error:
                    refused.append(Refused(wish, error))
    return tuple(refused)


def end_assignment(assignment: Assignment, *, by: Person, at: datetime) -> None:
    """Take an officer off a case. What the officer has written there stays."""
    with transaction():
        application = locked(assignment.application)
        refuse_past(application, assignment.task)
        if locked(assignment).ended_at is None:
            assignment.ended_at = at
            journal.note(
                application, TAKEN_OFF[assignment.task], by=by, at=at, public=False,
                name=assignment.person.name,
            )  # fmt: skip


def _refuse_unseen(plan: CasePlan, living: set[int]) -> None:
    if living != plan.seen:
        raise RuleBrokenError(Refusal.STAFFED_MEANWHILE)
