"""Reminding by letter, each morning: of an award nobody has answered, and of what we have asked for."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from applications import journal
from applications.models import Application, Deficiency
from criteria.steps import Step
from decisions import queries
from decisions.deadlines import answer_due
from decisions.dispatch import put_saying
from decisions.letter.said import Occasion, Reminder
from decisions.models import Decision, Letter, LetterKind
from decisions.notes import CaseNote
from foundation import clock, routines
from foundation.database import db, locked, transaction
from foundation.wording import format_day

BEFORE_THE_ANSWER = timedelta(days=7)
"""How long before the last day an award is reminded of: the office's own choice, as no rule says."""


@routines.daily("remind_by_letter", hour=routines.MORNING)
def remind_by_letter(at: datetime) -> None:
    """Remind once of each award whose time runs out, and of each request that was reminded of by mail."""
    today = clock.in_oslo(at).date()
    for decision in _unanswered_awards(today):
        _remind_of_award(decision, at)
    for deficiency in _unanswered_requests(today):
        _remind_of_request(deficiency, at)


def _unanswered_awards(today: date) -> list[Decision]:
    waiting = [one for one in queries.awards() if one.application.step is Step.AWARDED]
    reminded = _reminded("decision")
    return [
        one
        for one in waiting
        if one.id not in reminded
        and (due := answer_due(one)) is not None
        and today <= due <= today + BEFORE_THE_ANSWER
    ]


def _unanswered_requests(today: date) -> list[Deficiency]:
    return list(
        db.session.scalars(
            select(Deficiency)
            .join(Application, Application.id == Deficiency.application_id)
            .where(
                Application.step == Step.INCOMPLETE,
                Deficiency.answered_at.is_(None),
                Deficiency.reminded_at.is_not(None),
                Deficiency.due_on >= today,
                Deficiency.id.not_in(_reminded("deficiency")),
            )
            .order_by(Deficiency.id)
        )
    )


def _remind_of_award(decision: Decision, at: datetime) -> None:
    due_on = answer_due(decision)
    with transaction():
        application = locked(decision.application)
        if due_on is None or application.step is not Step.AWARDED:
            return
        said = Reminder(about=Occasion.ACCEPTANCE, due_on=due_on)
        _send(application, said, f"decision:{decision.id}", at)


def _remind_of_request(deficiency: Deficiency, at: datetime) -> None:
    with transaction():
        held = locked(deficiency)
        if held.answered_at is not None:
            return
        application = db.session.get_one(Application, held.application_id)
        said = Reminder(about=Occasion.DEFICIENCY, due_on=held.due_on)
        _send(application, said, f"deficiency:{held.id}", at)


def _send(application: Application, said: Reminder, about: str, at: datetime) -> None:
    """Write the letter, unless another worker has."""
    if db.session.scalars(
        select(Letter.id).where(Letter.kind == LetterKind.REMINDER, Letter.about == about)
    ).first():
        return
    put_saying(application, said, about=about, dated=clock.in_oslo(at).date(), at=at)
    journal.note(
        application, CaseNote.REMINDED, by=None, at=at, public=True, due_on=format_day(said.due_on)
    )


def _reminded(what: str) -> frozenset[int]:
    """Give the ids of the things of a kind that have been reminded of by letter."""
    abouts = db.session.scalars(
        select(Letter.about).where(
            Letter.kind == LetterKind.REMINDER, Letter.about.startswith(f"{what}:")
        )
    )
    return frozenset(int(one.partition(":")[2]) for one in abouts if one)
