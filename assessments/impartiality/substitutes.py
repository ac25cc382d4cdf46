"""Who may take over from somebody in a case, with how much each has, and why the others are not offered."""

from dataclasses import dataclass
from enum import StrEnum

from applications.models import Application
from assessments.impartiality.standing import known_hindrances
from assessments.impartiality.tasks import tasks_left_by
from assessments.models import Task
from assessments.queries.assignments import Load, living_assignments, loads
from assessments.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Substitutes:
    """The tasks to take over, those who can take them, and those who cannot with the reason."""

    tasks: tuple[Task, ...]
    able: tuple[Load, ...]
    unable: tuple[tuple[Load, StrEnum], ...]


def substitutes_for(person_id: int, application: Application) -> Substitutes:
    """Find who may take over a person's tasks in a case: who has the fewest open cases first."""
    tasks = tasks_left_by(application, person_id)
    if not tasks:
        return Substitutes((), (), ())
    officers = [one for one in loads() if one.person.id != person_id]
    known = known_hindrances([one.person.id for one in officers], [application.id])
    there = {
        one.person_id for one in living_assignments([application.id]) if one.task in tasks
    }
    able: list[Load] = []
    unable: list[tuple[Load, StrEnum]] = []
    for one in officers:
        hindrance = known.get((one.person.id, application.id))
        if hindrance is not None:
            unable.append((one, hindrance))
        elif one.person.id in there:
            unable.append((one, Refusal.ALREADY_ASSIGNED))
        else:
            able.append(one)
    return Substitutes(tasks, tuple(able), tuple(unable))
