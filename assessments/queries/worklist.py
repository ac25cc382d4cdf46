"""The work list: cases with who is put on them, fifty a page, as many queries however many there are."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Numeric,
    Select,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
    true,
)

from accounts.models import Person
from applications.models import Application
from applications.queries import CaseRow, case_page
from applications.queries.caselist import Snippet, snippets
from applications.queries.caseorder import (
    LEAST_ASKED,
    MOST_ASKED,
    NEWEST,
    NUMBER,
    OLDEST,
    Order,
)
from assessments.lists.choice import Choice, Found, Sort, Whose
from assessments.lists.lateness import Delay, delays_of, is_late, late_since
from assessments.lists.openness import open_to
from assessments.lists.waiting import Wait, waits_for, waits_of
from assessments.models import Assignment, Examination, FormalFinding, Score, Task
from assessments.queries.assignments import UNDER_WORK
from assessments.queries.marks import ROUND
from assessments.readings.models import ThirdReading
from assessments.staffing import readers_wanted
from foundation.database import db


class Officer(NamedTuple):
    """Somebody who is put on a case, and to do what."""

    name: str
    task: Task


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page of the list: cases, what is shown with each, and the bookmarks beside it."""

    rows: tuple[CaseRow, ...]
    officers: dict[int, tuple[Officer, ...]]
    after: str | None
    before: str | None
    snippets: dict[int, Snippet] = field(default_factory=dict)
    delays: dict[int, tuple[Delay, ...]] = field(default_factory=dict)
    waits: dict[int, tuple[Wait, ...]] = field(default_factory=dict)

    def beside(self, row: CaseRow) -> tuple[object, ...]:
        """Give what is shown beside a case as one value, for `kept`."""
        return (
            self.officers[row.id],
            self.snippets.get(row.id, ()),
            self.delays.get(row.id, ()),
            self.waits.get(row.id, ()),
        )

    @property
    def shown(self) -> tuple[object, ...]:
        """Give all that the table shows as one value, for `kept`."""
        return tuple((row, self.beside(row)) for row in self.rows)


def work_page(
    person: Person, choice: Choice, *, after: str | None = None, before: str | None = None
) -> WorkPage:
    """Give a page of cases. Needs the person's memberships, for what is inside a case is gated.

    Raises BookmarkError for a bookmark that no page gave.
    """
    opened = open_to(person)
    page = case_page(
        choice.filters,
        order=_order(choice, opened),
        only=_only(choice, person),
        opened=opened,
        after=after,
        before=before,
    )
    ids = [row.id for row in page.rows]
    return WorkPage(
        page.rows, _officers(ids), page.after, page.before,
        snippets=snippets(ids, choice.filters.text, opened),
        delays=delays_of(ids) if choice.whose is Whose.LATE else {},
        waits=waits_of(person, ids) if choice.whose is Whose.WAITING else {},
    )  # fmt: skip


def chosen_ids(person: Person, choice: Choice, most: int) -> list[int]:
    """Give the ids of the cases that a choice shows, up to a number and one more, oldest first."""
    page = case_page(
        choice.filters, order=OLDEST, only=_only(choice, person), opened=open_to(person),
        size=most + 1,
    )  # fmt: skip
    return [row.id for row in page.rows]


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
_ORDERS = {
    Sort.NEWEST: NEWEST,
    Sort.OLDEST: OLDEST,
    Sort.NUMBER: NUMBER,
    Sort.MOST_ASKED: MOST_ASKED,
    Sort.LEAST_ASKED: LEAST_ASKED,
}


def _order(choice: Choice, opened: ColumnElement[bool] | None) -> Order:
    """Give the order that was chosen; what is late begins with what has waited longest."""
    sort = choice.sort or (Sort.DEADLINE if choice.whose is Whose.LATE else Sort.NEWEST)
    if sort is Sort.DEADLINE:
        return Order(late_since(), str, descending=False)
    if sort is Sort.SCORE:
        return Order(_visible_score(opened), Decimal)
    return _ORDERS[sort]


def _visible_score(opened: ColumnElement[bool] | None) -> ColumnElement[Decimal]:
    """Give a case's newest score, and −1 where there is none or the person may not see it."""
    newest = (
        select(Score.total)
        .where(Score.application_id == Application.id)
        .order_by(Score.id.desc())
        .limit(1)
        .correlate(Application)
        .scalar_subquery()
    )
    none = literal(Decimal(-1), Numeric(5, 2))
    seen = true() if opened is None else opened
    return case((seen, func.coalesce(newest, none)), else_=none)


def _only(choice: Choice, person: Person) -> list[ColumnElement[bool]]:
    asked = _whose(choice.whose, person)
    if choice.officer_id is not None:
        asked.append(Application.id.in_(_cases_of(choice.officer_id)))
    if choice.found is not None:
        asked.append(_found(choice.found))
    return asked


def _cases_of(person_id: int) -> Select[int]:
    return select(Assignment.application_id).where(
        Assignment.person_id == person_id, Assignment.ended_at.is_(None)
    )


def _whose(whose: Whose, person: Person) -> list[ColumnElement[bool]]:
    living = (
        Assignment.application_id == Application.id,
        Assignment.ended_at.is_(None),
    )
    match whose:
        case Whose.ALL:
            return []
        case Whose.MINE:
            return [Application.id.in_(_cases_of(person.id))]
        case Whose.WAITING:
            return [waits_for(person)]
        case Whose.LATE:
            return [is_late()]
        case Whose.UNASSIGNED:
            handler = exists().where(*living, Assignment.task == Task.HANDLE)
            return [Application.step.in_(UNDER_WORK), ~handler]
        case Whose.UNDERSTAFFED:
            assessors = select(func.count(Assignment.id)).where(
                *living, Assignment.task == Task.ASSESS
            )
            return [Application.step.in_(UNDER_WORK), assessors.scalar_subquery() < _wanted()]


def _wanted() -> ColumnElement[int]:
    """Give how many should assess a case now: one more where a third reading was asked for."""
    third = exists().where(
        ThirdReading.application_id == Application.id, ThirdReading.round == ROUND
    )
    return case(
        (third, readers_wanted(wants_third=True)), else_=readers_wanted(wants_third=False)
    )


def _found(found: Found) -> ColumnElement[bool]:
    newest = (
        select(func.max(Examination.id))
        .where(Examination.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )
    broken = (
        FormalFinding.examination_id == newest,
        FormalFinding.blocking,
        ~FormalFinding.met,
    )
    match found:
        case Found.NOT_EXAMINED:
            return newest.is_(None)
        case Found.FIT:
            return newest.is_not(None) & ~exists().where(*broken)
        case Found.STOPPED:
            return exists().where(*broken, FormalFinding.overruled_at.is_(None))
        case Found.OVERRULED:
            return exists().where(*broken, FormalFinding.overruled_at.is_not(None))
