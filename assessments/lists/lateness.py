"""What is late in which case and since when, reckoned from facts. The days are days in Oslo."""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from accounts.models import Person
from applications.messages.models import Message
from applications.messages.queries import is_unanswered
from applications.models import Application, Deficiency, Event
from assessments.lists.marking_dates import due_for_marks
from assessments.lists.waiting import marks_left
from assessments.models import Assignment
from assessments.queries.assignments import UNDER_WORK
from criteria.lateness import QUESTION_WITHIN, Late, last_month_before, month_after
from criteria.steps import Step
from foundation import clock
from foundation.database import db

INTERIM_REPLY_SENT = "interim_reply_sent"
"""The event of an interim reply in a case's journal."""
_UNDECIDED = (*UNDER_WORK, Step.ASSESSED, Step.PROPOSED, Step.INELIGIBLE, Step.DECIDED)
_NEVER = "9999-12-31"
_case = aliased(Application)


class Delay(NamedTuple):
    """Something that is late: what, the day it was due, and by whom when that is one person."""

    what: Late
    due_on: date
    name: str


class _Kind(NamedTuple):
    """How one thing is found: rows of case, fact and name, and from the fact to the day it was due."""

    what: Late
    rows: Select[int, Any, str]
    """Columns: application, fact, name."""
    due_on: Callable[[Any], date]
    written: Callable[[ColumnElement[Any]], ColumnElement[str]]
    """The day as text in the database, for the order of lists: reckoned there, and in UTC."""


def is_late() -> ColumnElement[bool]:
    """Say of an application that something in it is late today."""
    return or_(
        *(Application.id.in_(select(kind.rows.subquery().c[0])) for kind in _kinds(clock.today()))
    )


def late_since() -> ColumnElement[str]:
    """Give the day that the first thing late in a case was due, as text; of others a day far ahead."""
    days = [_first(kind) for kind in _kinds(clock.today())]
    least = func.min if _on_sqlite() else func.least
    return least(*days, type_=String())


def delays_of(applications: Collection[int]) -> dict[int, tuple[Delay, ...]]:
    """Tell what is late in each of some cases, what was due first standing first."""
    found: defaultdict[int, list[Delay]] = defaultdict(list)
    for kind in _kinds(clock.today()):
        rows = kind.rows.subquery()
        for number, fact, name in db.session.execute(
            select(rows).where(rows.c[0].in_(applications))
        ):
            found[number].append(Delay(kind.what, kind.due_on(fact), name))
    order = list(Late)
    return {
        number: tuple(sorted(delays, key=lambda one: (one.due_on, order.index(one.what), one.name)))
        for number, delays in found.items()
    }


def _first(kind: _Kind) -> ColumnElement[str]:
    rows = kind.rows.subquery()
    day = select(func.min(kind.written(rows.c[1]))).where(rows.c[0] == Application.id)
    return func.coalesce(day.scalar_subquery(), _NEVER)


def _kinds(today: date) -> tuple[_Kind, ...]:
    nobody = literal("").label("name")
    replied = exists().where(Event.application_id == _case.id, Event.kind == INTERIM_REPLY_SENT)
    return (
        _Kind(
            Late.INTERIM_REPLY,
            select(_case.id, _case.submitted_at, nobody).where(
                _case.step.in_(_UNDECIDED),
                _case.submitted_at < clock.end_of_day(last_month_before(today)),
                ~replied,
            ),
            lambda moment: month_after(clock.in_oslo(moment).date()),
            lambda moment: _later(moment, "1 month"),
        ),
        _Kind(
            Late.SUPPLEMENT,
            select(Deficiency.application_id, Deficiency.due_on, nobody)
            .join(_case, _case.id == Deficiency.application_id)
            .where(
                _case.step == Step.INCOMPLETE,
                Deficiency.answered_at.is_(None),
                Deficiency.due_on < today,
            ),
            _as_it_is,
            _as_text,
        ),
        _Kind(
            Late.MARKS,
            select(_case.id, due_for_marks(_case).label("due_on"), Person.name)
            .join(Assignment, Assignment.application_id == _case.id)
            .join(Person, Person.id == Assignment.person_id)
            .where(marks_left(_case), due_for_marks(_case) < today),
            _as_it_is,
            _as_text,
        ),
        _Kind(
            Late.QUESTION,
            select(Message.application_id, Message.sent_at, nobody)
            .join(_case, _case.id == Message.application_id)
            .where(
                _case.submitted_at.is_not(None),
                Message.sent_at < clock.start_of_day(today - QUESTION_WITHIN),
                is_unanswered(),
            ),
            lambda moment: clock.in_oslo(moment).date() + QUESTION_WITHIN,
            lambda moment: _later(moment, f"{QUESTION_WITHIN.days} day"),
        ),
    )


def _as_it_is(day: date) -> date:
    return day


def _as_text(day: ColumnElement[date]) -> ColumnElement[str]:
    return cast(day, String)


def _later(moment: ColumnElement[datetime], much: str) -> ColumnElement[str]:
    if _on_sqlite():
        return func.date(moment, f"+{much}", type_=String())
    return func.to_char(moment + literal_column(f"interval '{much}'"), "YYYY-MM-DD", type_=String())


def _on_sqlite() -> bool:
    return db.session.get_bind().dialect.name == "sqlite"
