"""What an officer has left to read in a round, in the officer's own order."""

from dataclasses import dataclass

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application
from assessments.models import Assessment, Assignment, Task
from assessments.queries.marks import readings_of
from criteria.procedure import Step
from criteria.reading import in_reading_order
from foundation.database import db
from grants.rounds import calls_in


@dataclass(frozen=True, slots=True)
class ReadingList:
    """An officer's cases in a round in reading order, and those of them that are not finished."""

    order: tuple[int, ...]
    left: tuple[int, ...]

    def place(self, application_id: int) -> int | None:
        """Give a case's place among all of them, from 1."""
        found = application_id in self.order
        return self.order.index(application_id) + 1 if found else None

    def next_after(self, application_id: int) -> int | None:
        """Give the first case that is left, other than this one; none when there is none."""
        return next((case for case in self.left if case != application_id), None)


def reading_list(person: Person, application: Application) -> ReadingList:
    """Give what a person reads in the round of a case. Needs the call; four questions."""
    cases = set(
        db.session.scalars(
            select(Assignment.application_id)
            .join(Assignment.application)
            .where(
                Assignment.person_id == person.id,
                Assignment.task == Task.ASSESS,
                Assignment.ended_at.is_(None),
                Application.call_id.in_(calls_in(application.call_id)),
            )
        )
    )
    ready = set(
        db.session.scalars(
            select(Application.id).where(
                Application.id.in_(cases), Application.step == Step.ELIGIBLE
            )
        )
    )
    finished = db.session.execute(
        select(Assessment.application_id, Assessment.round).where(
            Assessment.person_id == person.id,
            Assessment.application_id.in_(ready),
            Assessment.finished_at.is_not(None),
        )
    )
    standing = readings_of(ready)
    done = {case for case, round_ in finished if round_ in standing[case].rounds}
    order = in_reading_order(application.call.round_id, person.id, cases)
    return ReadingList(tuple(order), tuple(case for case in order if case in ready - done))
