"""Gathering the dates of cases: one query for each kind of date, however many cases there are."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from applications.models import Application, Deficiency, Partner
from criteria.deadlines import interim_reply_due
from criteria.steps import Step
from decisions.agenda.dates import DAYS_AHEAD, OVERDUE, DateKind, Due
from decisions.agenda.sources import due_in, from_later_rooms
from decisions.appeals.leadtiming import lead_deadlines
from decisions.appeals.models import Complaint, ComplaintForwarding
from decisions.appeals.queries import is_open
from decisions.deadlines import answer_due
from decisions.models import Decision
from decisions.queries.decisions import in_force_among
from decisions.queries.interim import UNANSWERED, told_dates
from foundation import clock
from foundation.database import db
from grants.models import Call

LONGEST_TO_COMPLAIN = timedelta(days=40)
"""A time to complain that nothing has interrupted is over by then."""


def dues_of_all(today: date) -> list[Due]:
    """List what is late in any case, and what falls in the weeks to come."""
    last = today + timedelta(days=DAYS_AHEAD)
    return [
        one
        for one in _gathered(Application.id.is_not(None), today, office=True)
        if one.is_late(today) or today <= one.on <= last
    ]


def dues_of(organisations: frozenset[int], today: date) -> list[Due]:
    """List every date of the cases that some organisations take part in, past ones that are late too."""
    takes_part = (
        select(Partner.id)
        .where(
            Partner.application_id == Application.id,
            Partner.organisation_id.in_(organisations),
            Partner.declined_at.is_(None),
        )
        .exists()
    )
    return [
        one
        for one in _gathered(takes_part, today, office=False)
        if one.is_late(today) or one.on >= today
    ]


def _gathered(which: ColumnElement[bool], today: date, *, office: bool) -> Iterator[Due]:
    yield from _answers(which)
    yield from _deficiencies(which)
    yield from _decided(which, today)
    yield from _complaints(which)
    yield from _starts(which, today)
    yield from from_later_rooms(which, today, office=office)


def _answers(which: ColumnElement[bool]) -> Iterator[Due]:
    """Give when an answer is due: the month of the law, or the date that was told instead."""
    rows = db.session.scalars(
        select(Application).where(
            which, Application.step.in_(UNANSWERED), Application.submitted_at.is_not(None)
        )
    ).all()
    told = told_dates([one.id for one in rows])
    for one in rows:
        if one.id in told:
            yield _due(one, DateKind.ANSWER_EXPECTED, told[one.id])
        elif one.submitted_at is not None:
            yield _due(one, DateKind.INTERIM_REPLY, interim_reply_due(_day(one.submitted_at)))


def _deficiencies(which: ColumnElement[bool]) -> Iterator[Due]:
    rows = db.session.execute(
        select(Application, Deficiency.due_on)
        .join(Deficiency, Deficiency.application_id == Application.id)
        .where(which, Deficiency.answered_at.is_(None), Application.step == Step.INCOMPLETE)
    )
    for application, due_on in rows:
        yield _due(application, DateKind.DEFICIENCY, due_on)


def _decided(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give when awards must be answered, and until when decisions can be complained of."""
    since = clock.start_of_day(today - LONGEST_TO_COMPLAIN)
    decisions = _published(which, (Application.step == Step.AWARDED) | (Decision.published_at >= since))
    open_to = [one for one in decisions if one.application.call.appeal_allowed]
    deadlines = lead_deadlines(open_to)
    for one in decisions:
        due_on = answer_due(one)
        if one.application.step is Step.AWARDED and due_on is not None:
            yield _due(one.application, DateKind.ACCEPTANCE, due_on)
        deadline = deadlines.get(one.id)
        if deadline is not None and deadline.last_day is not None:
            yield _due(one.application, DateKind.COMPLAINT, deadline.last_day)


def _published(which: ColumnElement[bool], when: ColumnElement[bool]) -> list[Decision]:
    statement: Select[Decision] = in_force_among().join(Decision.application).where(which, when)
    return list(
        db.session.scalars(
            statement.options(
                joinedload(Decision.application)
                .joinedload(Application.call)
                .selectinload(Call.rules),
                joinedload(Decision.application).selectinload(Application.partners),
                selectinload(Decision.letters),
            )
        )
    )


def _complaints(which: ColumnElement[bool]) -> Iterator[Due]:
    open_ones = (
        select(Application, Complaint.submitted_at)
        .join(Complaint, Complaint.application_id == Application.id)
        .where(which, is_open(), ~Complaint.forwarding.has())
    )
    for application, submitted_at in db.session.execute(open_ones):
        if submitted_at is not None:
            due = interim_reply_due(_day(submitted_at))
            yield _due(application, DateKind.COMPLAINT_REPLY, due)
    on_their_way = (
        select(Application, ComplaintForwarding.comment_due_on)
        .join(Complaint, Complaint.application_id == Application.id)
        .join(ComplaintForwarding, ComplaintForwarding.complaint_id == Complaint.id)
        .where(which, is_open(), ComplaintForwarding.sent_at.is_(None))
    )
    for application, due_on in db.session.execute(on_their_way):
        yield _due(application, DateKind.COMMENT, due_on)


def _starts(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    rows = db.session.scalars(
        select(Application).where(
            which, Application.step == Step.ACCEPTED, Application.start_on >= today
        )
    )
    for one in rows:
        if one.start_on is not None:
            yield _due(one, DateKind.START, one.start_on)


def _due(application: Application, kind: DateKind, on: date) -> Due:
    return due_in(application, kind, on, owed=kind in OVERDUE)


def _day(moment: datetime) -> date:
    return clock.in_oslo(moment).date()
