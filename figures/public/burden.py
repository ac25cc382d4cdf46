"""What it took to apply: the middle application of each call that has closed, and how much was asked."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, or_, select

from applications.effort.queries import minutes_said, seconds_measured
from applications.factsheets.models import SheetUse
from applications.models import (
    Answer,
    Application,
    ChosenActivity,
    Event,
    Partner,
    PartnerRole,
)
from criteria.burden import Burden, Effort, burden_of
from figures.queries.parts import SUBMITTED
from foundation import clock
from foundation.database import db
from foundation.language import Bilingual
from grants.models import Call, Purpose, Question, QuestionKind


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that has closed, how many questions it asked, and what it took; None: too few to tell."""

    call_id: int
    title: Bilingual
    questions: int
    burden: Burden | None


def burdens(today: date) -> list[Asked]:
    """List the calls that had closed by a day in Oslo, the last first. Two queries."""
    efforts = _efforts()
    questions = (
        select(func.count(Question.id))
        .where(Question.call_id == Call.id, Question.purpose == Purpose.APPLICATION)
        .scalar_subquery()
    )
    calls = db.session.execute(
        select(Call.id, Call.title, questions)
        .where(Call.published_at.is_not(None), Call.edition == 1, Call.closes_on < today)
        .order_by(Call.closes_on.desc(), Call.id)
    )
    return [
        Asked(number, title, asked, burden_of(efforts.get(number, [])))
        for number, title, asked in calls
    ]


def _efforts() -> dict[int, list[Effort]]:
    """Give what each application that was handed in took, by its round."""
    rows = db.session.execute(
        select(
            Call.round_id,
            Application.created_at,
            Application.submitted_at,
            _answered() + _described(),
            seconds_measured(),
            _reused(),
            minutes_said(),
        )
        .join(Call, Call.id == Application.call_id)
        .where(SUBMITTED)
    )
    found: dict[int, list[Effort]] = {}
    for number, begun, handed_in, characters, seconds, reused, said in rows:
        effort = Effort(
            characters=int(characters),
            written=timedelta(seconds=float(seconds)),
            open_days=_days(begun, handed_in or begun),
            reused=bool(reused),
            said=None if said is None else timedelta(minutes=said),
        )
        found.setdefault(number, []).append(effort)
    return found


def _days(begun: datetime, handed_in: datetime) -> int:
    return (clock.in_oslo(handed_in).date() - clock.in_oslo(begun).date()).days


def _answered() -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.sum(func.length(Answer.value)), 0))
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.application_id == Application.id, Question.kind == QuestionKind.TEXT)
        .correlate(Application)
        .scalar_subquery()
    )


def _described() -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.sum(func.length(ChosenActivity.description)), 0))
        .where(ChosenActivity.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )


def _reused() -> ColumnElement[bool]:
    built_on = exists().where(
        Event.application_id == Application.id, Event.kind == "started_from"
    )
    known = (
        exists()
        .where(SheetUse.partner_id == Partner.id, Partner.application_id == Application.id)
        .where(Partner.role == PartnerRole.LEAD)
    )
    return or_(built_on, known)
