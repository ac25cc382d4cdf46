"""What waits for one person: cases to declare in, to control, and to mark."""

from collections import defaultdict
from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from accounts.models import Person
from applications.models import Application, Event
from assessments.models import Assessment, Assignment, Declaration, Task
from assessments.queries.assignments import UNDER_WORK
from criteria.steps import Act, Step
from foundation.database import db


class Wait(StrEnum):
    """What a case waits for a person to do, the first thing first."""

    DECLARE = "declare"
    CONTROL = "control"
    MARK = "mark"


def waits_for(person: Person) -> ColumnElement[bool]:
    """Say of an application that it waits for a person to do something."""
    return or_(*(Application.id.in_(rows) for rows in _kinds(person).values()))


def waits_of(person: Person, applications: Collection[int]) -> dict[int, tuple[Wait, ...]]:
    """Tell what each of some cases waits for a person to do."""
    found: defaultdict[int, list[Wait]] = defaultdict(list)
    for wait, rows in _kinds(person).items():
        for number in db.session.scalars(rows.where(Assignment.application_id.in_(applications))):
            found[number].append(wait)
    return {number: tuple(waits) for number, waits in found.items()}


def marks_left(case: type[Application]) -> ColumnElement[bool]:
    """Say of an assignment in a case (a class or an alias beside it) that its marks are not finished."""
    returns = (
        select(func.count(Event.id))
        .where(Event.application_id == case.id, Event.act == Act.RETURN_TO_ASSESSMENT)
        .correlate(case)
        .scalar_subquery()
    )
    finished = exists().where(
        Assessment.application_id == case.id,
        Assessment.person_id == Assignment.person_id,
        Assessment.round == 1 + returns,
        Assessment.finished_at.is_not(None),
    )
    return and_(
        case.step == Step.ELIGIBLE,
        Assignment.task == Task.ASSESS,
        Assignment.ended_at.is_(None),
        ~finished,
    )


def _kinds(person: Person) -> dict[Wait, Select[int]]:
    case = aliased(Application)
    mine = (
        select(Assignment.application_id)
        .join(case, case.id == Assignment.application_id)
        .where(Assignment.person_id == person.id, Assignment.ended_at.is_(None))
    )
    declared = exists().where(
        Declaration.application_id == case.id, Declaration.person_id == person.id
    )
    return {
        Wait.DECLARE: mine.where(case.step.in_(UNDER_WORK), ~declared).distinct(),
        Wait.CONTROL: mine.where(Assignment.task == Task.HANDLE, case.step == Step.SUBMITTED),
        Wait.MARK: mine.where(marks_left(case)),
    }
