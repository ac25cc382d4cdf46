"""The work list: cases with who is put on them, fifty a page, three queries however many there are."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, exists, func, select

from accounts.models import Person
from applications.models import Application
from applications.queries import CaseFilters, CaseRow, case_page
from assessments.models import Assignment, Task
from assessments.queries.assignments import UNDER_WORK
from assessments.staffing import ASSESSORS
from foundation.database import db


class Whose(StrEnum):
    """Whose cases a list shows. Those that lack somebody are looked for where there is work left."""

    ALL = "all"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    UNDERSTAFFED = "understaffed"


class Officer(NamedTuple):
    """Somebody who is put on a case, and to do what."""

    name: str
    task: Task


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page of the list: cases, who is put on each, and the bookmarks beside it."""

    rows: tuple[CaseRow, ...]
    officers: dict[int, tuple[Officer, ...]]
    after: str | None
    before: str | None

    @property
    def shown(self) -> tuple[tuple[CaseRow, tuple[Officer, ...]], ...]:
        """Give all that the table shows as one value, for `kept`."""
        return tuple((row, self.officers[row.id]) for row in self.rows)


def work_page(
    person: Person,
    filters: CaseFilters,
    whose: Whose,
    *,
    after: str | None = None,
    before: str | None = None,
) -> WorkPage:
    """Give a page of cases, newest first. Raises BookmarkError for a bookmark that no page gave."""
    page = case_page(filters, only=_only(whose, person), after=after, before=before)
    return WorkPage(page.rows, _officers([row.id for row in page.rows]), page.after, page.before)


def _officers(applications: list[int]) -> dict[int, tuple[Officer, ...]]:
    found: dict[int, list[Officer]] = {one: [] for one in applications}
    for application, name, task in db.session.execute(_ON_CASES, {"ids": applications}):
        found[application].append(Officer(name, task))
    return {one: tuple(officers) for one, officers in found.items()}


# Put together once: with so little to answer, the question itself takes longer to write.
_ON_CASES = (
    select(Assignment.application_id, Person.name, Assignment.task)
    .join(Assignment.person)
    .where(
        Assignment.application_id.in_(bindparam("ids", expanding=True)),
        Assignment.ended_at.is_(None),
    )
    .order_by(Assignment.task != Task.HANDLE, Assignment.id)
)


def _only(whose: Whose, person: Person) -> list[ColumnElement[bool]]:
    living = (
        Assignment.application_id == Application.id,
        Assignment.ended_at.is_(None),
    )
    match whose:
        case Whose.ALL:
            return []
        case Whose.MINE:
            mine = select(Assignment.application_id).where(
                Assignment.person_id == person.id, Assignment.ended_at.is_(None)
            )
            return [Application.id.in_(mine)]
        case Whose.UNASSIGNED:
            handler = exists().where(*living, Assignment.task == Task.HANDLE)
            return [Application.step.in_(UNDER_WORK), ~handler]
        case Whose.UNDERSTAFFED:
            assessors = select(func.count(Assignment.id)).where(
                *living, Assignment.task == Task.ASSESS
            )
            return [Application.step.in_(UNDER_WORK), assessors.scalar_subquery() < ASSESSORS]
