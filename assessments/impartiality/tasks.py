"""What a person who turns out partial leaves in a case: tasks to take over, marks that do not count."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from applications.models import Application
from assessments.models import Assignment, Declaration, Task
from assessments.placing import is_past
from assessments.queries.marks import reading_of, score_of
from assessments.queries.proposals import chosen_line, first_decided_in
from assessments.staffing import WANTED, readers_wanted
from criteria.impartiality import View
from criteria.procedure import Act, transition_of
from foundation.database import db


def tasks_left_by(
    application: Application, person_id: int, at: datetime | None = None
) -> tuple[Task, ...]:
    """Give the tasks of a person in a case that a substitute would take over, and can still do.

    Those the person still has, those ended `at` this moment, and those ended by the person's own newest
    declaration of being partial; not what somebody has taken over since.
    """
    declared_at = db.session.scalars(
        select(Declaration.declared_at)
        .where(
            Declaration.application_id == application.id,
            Declaration.person_id == person_id,
            Declaration.view == View.PARTIAL,
        )
        .order_by(Declaration.id.desc())
        .limit(1)
    ).first()
    every = db.session.scalars(
        select(Assignment)
        .where(Assignment.application_id == application.id)
        .order_by(Assignment.id)
    ).all()
    left = [
        one
        for one in every
        if one.person_id == person_id and one.ended_at in (None, at, declared_at)
    ]
    readers = readers_wanted(wants_third=reading_of(application.id).wants_third)
    wanted = {**WANTED, Task.ASSESS: readers}
    others = Counter(
        one.task for one in every if one.ended_at is None and one.person_id != person_id
    )
    return tuple(
        one.task
        for one in left
        if not is_past(application.step, one.task) and others[one.task] < wanted[one.task]
    )


def rests_on(application: Application, person_id: int) -> bool:
    """Tell whether a case has a score that is made of a person's marks too, and can be read anew.

    Not where something in the same chosen proposal has been decided: the case would never be (`holding`).
    The leader's report tells of such a score.
    """
    if application.step not in transition_of(Act.RETURN_TO_ASSESSMENT).sources:
        return False
    score = score_of(application.id)
    if score is None or person_id not in score.assessors:
        return False
    line = chosen_line(application.id)
    return line is None or first_decided_in(line.proposal) is None
