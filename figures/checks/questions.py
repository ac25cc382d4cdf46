"""Checks of the question catalogue: a call asks what the catalogue says under its code and version."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from foundation.database import db
from grants.models import Question, Wording
from grants.wordings import same_answers, sheet_of, sheet_of_wording


def wrong_questions() -> Iterator[str]:
    """Name each question that is answered otherwise than its code and version in the catalogue."""
    wordings = {(one.code, one.version): one for one in db.session.scalars(select(Wording))}
    questions = select(Question).options(selectinload(Question.choices)).order_by(Question.id)
    for question in db.session.scalars(questions):
        wording = wordings.get((question.code, question.code_version))
        named = f"question {question.id} ({question.code} v{question.code_version})"
        if wording is None:
            yield f"{named} is not in the catalogue"
        elif not same_answers(sheet_of(question), sheet_of_wording(wording)):
            yield f"{named} does not say what the catalogue says"
