"""From what is ticked and chosen on the work list to who should be put on what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accounts.models import Person
from applications.models import Application
from assessments import queries
from assessments.distribution import Vacancy, share_out
from assessments.models import Task
from assessments.queries import Load
from assessments.services import Wish
from assessments.staffing import WANTED

EVENLY = "evenly"
"""The choice of whoever has the fewest open cases, instead of a person."""
MISSING = "missing"
"""The choice of every task that nobody does, instead of one task."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who should be put on what, and the tasks that nobody can take."""

    wishes: tuple[Wish, ...]
    unfilled: tuple[tuple[Application, Task], ...]


def tasks_of(choice: str) -> tuple[Task, ...]:
    """Give the tasks that a choice means."""
    return tuple(Task) if choice == MISSING else (Task(choice),)


def plan(ids: Sequence[int], task: str, person: str, loads: Sequence[Load]) -> Plan:
    """Plan a task, or all that are missing, for some cases: one named officer, or shared out evenly."""
    applications = queries.cases_by_id(ids)
    if person != EVENLY:
        officer = next(one.person for one in loads if one.person.id == int(person))
        return Plan(tuple(_for_one(applications, task, officer)), ())
    return _evenly(applications, tasks_of(task), loads)


def _for_one(applications: list[Application], task: str, officer: Person) -> Iterator[Wish]:
    vacant = {(one.application, one.task) for one in _vacancies(applications, tasks_of(task))}
    for application in applications:
        for wanted in tasks_of(task):
            # A named officer takes over as handler; «what is missing» takes nothing from anybody.
            if task != MISSING or (application.id, wanted) in vacant:
                yield Wish(application, officer, wanted)


def _evenly(
    applications: list[Application], tasks: tuple[Task, ...], loads: Sequence[Load]
) -> Plan:
    cases = {one.id: one for one in applications}
    people = {load.person.id: load.person for load in loads}
    placings = share_out(
        _vacancies(applications, tasks),
        {load.person.id: load.cases for load in loads},
        queries.known_hindrances(list(people), list(cases)),
    )
    return Plan(
        tuple(
            Wish(cases[one.application], people[one.person], one.task)
            for one in placings
            if one.person is not None
        ),
        tuple((cases[one.application], one.task) for one in placings if one.person is None),
    )


def _vacancies(applications: list[Application], tasks: tuple[Task, ...]) -> list[Vacancy]:
    there = queries.living_assignments(one.id for one in applications)
    filled = Counter((one.application_id, one.task) for one in there)
    vacancies = []
    for application in applications:
        for task in tasks:
            taken = frozenset(
                one.person_id
                for one in there
                if (one.application_id, one.task) == (application.id, task)
            )
            vacant = WANTED[task] - filled[application.id, task]
            vacancies += [Vacancy(application.id, task, taken)] * max(vacant, 0)
    return vacancies
