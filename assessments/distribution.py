"""Sharing tasks out over officers: the one with the fewest open cases first, never who is hindered."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from assessments.models import Task


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A task in a case that nobody does, and who does that task there already."""

    application: int
    task: Task
    taken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Placing:
    """Who should do what in which case; nobody where all are hindered or do it already."""

    application: int
    task: Task
    person: int | None


def share_out(
    vacancies: Iterable[Vacancy],
    loads: Mapping[int, int],
    hindered: Container[tuple[int, int]],
) -> tuple[Placing, ...]:
    """Fill each vacancy, in order, with the officer who then has the fewest open tasks.

    Of two with as many, the one who stands first among the loads. `hindered` holds (person,
    application). Whoever gets two tasks in a case counts for both; none gets the same task twice.
    """
    counts = Counter(loads)
    given: dict[tuple[int, Task], set[int]] = {}
    placings = []
    for vacancy in vacancies:
        there = given.setdefault((vacancy.application, vacancy.task), set(vacancy.taken))
        able = [
            person
            for person in loads
            if person not in there and (person, vacancy.application) not in hindered
        ]
        chosen = min(able, key=lambda person: counts[person], default=None)
        if chosen is not None:
            counts[chosen] += 1
            there.add(chosen)
        placings.append(Placing(vacancy.application, vacancy.task, chosen))
    return tuple(placings)
