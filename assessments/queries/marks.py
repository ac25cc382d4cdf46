"""Marks and scores. An officer's marks are hidden from all others until everyone has finished."""

from collections.abc import Collection

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Event
from assessments.models import Assessment, Mark, Score
from criteria.procedure import Act
from foundation.database import db


def round_of(application_id: int) -> int:
    """Tell which round of assessment a case is in: 1, and one more for each time it was sent back."""
    returns = db.session.scalar(
        select(func.count(Event.id)).where(
            Event.application_id == application_id, Event.act == Act.RETURN_TO_ASSESSMENT
        )
    )
    return 1 + (returns or 0)


def own_assessment(person: Person, application_id: int) -> Assessment | None:
    """Give a person's own assessment of a case in its present round, with marks and criteria."""
    return db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application_id,
            Assessment.person_id == person.id,
            Assessment.round == round_of(application_id),
        )
        .options(selectinload(Assessment.marks).joinedload(Mark.criterion))
    ).first()


def visible_assessments(person: Person, application: Application) -> list[Assessment]:
    """List what a person may see of a case's assessments, with persons, marks and criteria.

    One's own always; the others' only of a round that everyone has finished, which is when it has
    its score. By round, then by name.
    """
    scored = select(Score.round).where(Score.application_id == application.id)
    found = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application.id,
            or_(Assessment.person_id == person.id, Assessment.round.in_(scored)),
        )
        .options(
            joinedload(Assessment.person),
            selectinload(Assessment.marks).joinedload(Mark.criterion),
        )
    )
    return sorted(found, key=lambda one: (one.round, one.person.name, one.id))


def assessments_of(application_id: int) -> list[Assessment]:
    """List the assessments behind a case's newest score, with persons, marks and criteria.

    Empty as long as somebody has not finished: what is hidden cannot be fetched here.
    """
    score = score_of(application_id)
    return [] if score is None else assessments_behind(score)


def assessments_behind(score: Score) -> list[Assessment]:
    """List the assessments that a score is made of, with persons, marks and criteria, by name."""
    found = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == score.application_id,
            Assessment.round == score.round,
            Assessment.person_id.in_(score.assessors),
        )
        .options(
            joinedload(Assessment.person),
            selectinload(Assessment.marks).joinedload(Mark.criterion),
        )
    )
    return sorted(found, key=lambda one: (one.person.name, one.id))


def scorers_of(application_id: int) -> frozenset[int]:
    """Give everyone who has finished marks in a case, in any round: they never decide it."""
    return frozenset(
        db.session.scalars(
            select(Assessment.person_id).where(
                Assessment.application_id == application_id, Assessment.finished_at.is_not(None)
            )
        )
    )


def finishers_of(application_id: int) -> frozenset[int]:
    """Give who has finished the marks in a case's present round, not what they are."""
    return frozenset(
        db.session.scalars(
            select(Assessment.person_id).where(
                Assessment.application_id == application_id,
                Assessment.round == round_of(application_id),
                Assessment.finished_at.is_not(None),
            )
        )
    )


def score_of(application_id: int) -> Score | None:
    """Give the newest score of a case."""
    return db.session.scalars(
        select(Score)
        .where(Score.application_id == application_id)
        .order_by(Score.id.desc())
        .limit(1)
    ).first()


def scores_of(applications: Collection[int]) -> dict[int, Score]:
    """Give the newest score of each of several cases that has one."""
    newest = (
        select(func.max(Score.id))
        .where(Score.application_id.in_(applications))
        .group_by(Score.application_id)
    )
    found = db.session.scalars(select(Score).where(Score.id.in_(newest)))
    return {score.application_id: score for score in found}
