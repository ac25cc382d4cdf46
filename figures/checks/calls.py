"""Checks of rounds: what their editions have in common is the same, and applications stay with their own."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import aliased

from applications.models import Answer, Application, BudgetLine, ChosenActivity
from foundation.database import db
from grants.models import Activity, Call, Question

COMMON = ("code", "opens_on", "closes_on", "frame", "first_year", "method")
"""What is the round's own, in every edition."""


def wrong_editions() -> Iterator[str]:
    """Name editions that differ from their round, and applications under what nobody could read."""
    first = aliased(Call)
    differs = [getattr(Call, name) != getattr(first, name) for name in COMMON]
    later = select(Call.id, Call.code).join(first, first.id == Call.first_id).order_by(Call.id)
    for name, condition in zip(COMMON, differs, strict=True):
        for number, code in db.session.execute(later.where(condition)):
            yield f"call {number} of {code} has another {name} than its round"
    withdrawn = later.where(
        Call.published_at.is_not(None), Call.withdrawn_at.is_distinct_from(first.withdrawn_at)
    )
    for number, code in db.session.execute(withdrawn):
        yield f"call {number} of {code} is not withdrawn as its round is"
    unread = select(Application.id).join(Application.call).where(Call.published_at.is_(None))
    for application in db.session.scalars(unread.order_by(Application.id)):
        yield f"application {application} is of a call that is not published"
    yield from _astray()


def _astray() -> Iterator[str]:
    """Name applications with rows that belong to another edition than theirs."""
    answers = (
        select(Answer.application_id)
        .join(Question, Question.id == Answer.question_id)
        .join(Application, Application.id == Answer.application_id)
        .where(Question.call_id != Application.call_id)
    )
    for application in db.session.scalars(answers.distinct()):
        yield f"application {application} answers a question of another call"
    for table in (ChosenActivity, BudgetLine):
        strays = (
            select(table.application_id)
            .join(Activity, Activity.id == table.activity_id)
            .join(Application, Application.id == table.application_id)
            .where(Activity.call_id != Application.call_id)
        )
        for application in db.session.scalars(strays.distinct()):
            yield f"application {application} has a {table.__tablename__} of another call"
