"""Marks and scores. An officer's marks are hidden from all others until everyone has finished."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Event
from assessments.models import Assessment, Mark, Score
from assessments.readings.models import Moderation, ThirdReading
from criteria.procedure import Act
from foundation.database import db


def round_of(application_id: int) -> int:
    """Tell which round of assessment a case is in: 1, and one more for each time it was sent back."""
    return db.session.scalars(select(_round_in(application_id))).one()


def _round_in(application_id: int) -> ScalarSelect[int]:
    """Give the same to a question that needs it, which then is one and not two."""
    return (
        select(1 + func.count(Event.id))
        .where(Event.application_id == application_id, Event.act == Act.RETURN_TO_ASSESSMENT)
        .scalar_subquery()
    )


class Reading(NamedTuple):
    """Where the reading of a case stands: its present round, and the round a third reader adds to."""

    round: int
    adds_to: int | None

    @property
    def wants_third(self) -> bool:
        """Tell whether a third reader is asked for in this round."""
        return self.adds_to is not None

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds whose sheets stand beside each other now."""
        return (self.round,) if self.adds_to in (None, self.round) else (self.adds_to, self.round)


def reading_of(application_id: int) -> Reading:
    """Tell where the reading of a case stands."""
    return readings_of([application_id])[application_id]


def readings_of(applications: Collection[int]) -> dict[int, Reading]:
    """Tell where the reading of each of some cases stands. One question, however many there are."""
    rows = db.session.execute(_READINGS, {"ids": list(applications)})
    return {case: Reading(round_, adds_to) for case, round_, adds_to in rows}


ROUND = (
    select(1 + func.count(Event.id))
    .where(Event.application_id == Application.id, Event.act == Act.RETURN_TO_ASSESSMENT)
    .correlate(Application)
    .scalar_subquery()
)
_READINGS = select(
    Application.id,
    ROUND,
    select(ThirdReading.adds_to)
    .where(ThirdReading.application_id == Application.id, ThirdReading.round == ROUND)
    .correlate(Application)
    .scalar_subquery(),
).where(Application.id.in_(bindparam("ids", expanding=True)))


def third_reading_of(application_id: int) -> ThirdReading | None:
    """Give the third reading that is asked for in a case's present round, with who asked."""
    return db.session.scalars(
        select(ThirdReading)
        .where(
            ThirdReading.application_id == application_id,
            ThirdReading.round == _round_in(application_id),
        )
        .options(joinedload(ThirdReading.asked_by))
    ).first()


def wanting_third(applications: Collection[int]) -> frozenset[int]:
    """Give those of some cases in which a third reader is asked for in the present round."""
    return frozenset(case for case, one in readings_of(applications).items() if one.wants_third)


def own_assessment(person: Person, application_id: int) -> Assessment | None:
    """Give a person's own assessment of a case as it stands now, with marks and criteria."""
    return db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application_id,
            Assessment.person_id == person.id,
            Assessment.round.in_(reading_of(application_id).rounds),
        )
        .order_by(Assessment.round.desc())
        .options(selectinload(Assessment.marks).joinedload(Mark.criterion))
    ).first()


def visible_assessments(person: Person, application: Application) -> list[Assessment]:
    """List what a person may see of a case's assessments, with persons, marks and criteria.

    One's own always. The others' when everyone has finished the present round, which is when it has its
    score: while a case is read anew, nobody sees what others thought of it before. By round, then by name.
    """
    scored = select(Score.round).where(
        Score.application_id == application.id,
        select(Score.id)
        .where(Score.application_id == application.id, Score.round == _round_in(application.id))
        .exists(),
    )
    third = select(ThirdReading.adds_to).where(
        ThirdReading.application_id == application.id, ThirdReading.round.in_(scored)
    )
    found = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application.id,
            or_(
                Assessment.person_id == person.id,
                Assessment.round.in_(scored),
                Assessment.round.in_(third),
            ),
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
    score = present_score(application_id)
    return [] if score is None else assessments_behind(score)


def assessments_behind(score: Score) -> list[Assessment]:
    """List the assessments that a score is made of, with persons, marks and criteria, by name."""
    found = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == score.application_id,
            Assessment.round.in_(score.rounds),
            Assessment.person_id.in_(score.assessors),
            Assessment.finished_at.is_not(None),
        )
        .options(
            joinedload(Assessment.person),
            selectinload(Assessment.marks).joinedload(Mark.criterion),
        )
    )
    return sorted(found, key=lambda one: (one.person.name, one.id))


def scorers_of(application_id: int) -> frozenset[int]:
    """Give everyone who has finished or moderated marks in a case, in any round: they never decide it."""
    finished = select(Assessment.person_id).where(
        Assessment.application_id == application_id, Assessment.finished_at.is_not(None)
    )
    moderated = select(Moderation.moderated_by_id).where(
        Moderation.application_id == application_id
    )
    return frozenset(db.session.scalars(finished.union(moderated)))


def moderations_behind(score: Score) -> list[Moderation]:
    """List the moderated marks that count in a score: the newest of each criterion, with who gave it."""
    newest = (
        select(func.max(Moderation.id))
        .where(
            Moderation.application_id == score.application_id,
            Moderation.round == score.round,
            Moderation.moderated_at <= score.computed_at,
        )
        .group_by(Moderation.criterion_id)
    )
    return list(
        db.session.scalars(
            select(Moderation)
            .where(Moderation.id.in_(newest))
            .options(joinedload(Moderation.criterion), joinedload(Moderation.moderated_by))
            .order_by(Moderation.criterion_id)
        )
    )


def finishers_of(application_id: int) -> frozenset[int]:
    """Give who has finished marks that stand in a case now, not what they are."""
    return frozenset(
        db.session.scalars(
            select(Assessment.person_id).where(
                Assessment.application_id == application_id,
                Assessment.round.in_(reading_of(application_id).rounds),
                Assessment.finished_at.is_not(None),
            )
        )
    )


def present_score(application_id: int) -> Score | None:
    """Give the newest score of a case; None while it is read anew, and what was thought is hidden."""
    return _newest(
        Score.application_id == application_id, Score.round == _round_in(application_id)
    )


def score_of(application_id: int) -> Score | None:
    """Give the newest score of a case."""
    return _newest(Score.application_id == application_id)


def _newest(*where: ColumnElement[bool]) -> Score | None:
    return db.session.scalars(
        select(Score).where(*where).order_by(Score.id.desc()).limit(1)
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
