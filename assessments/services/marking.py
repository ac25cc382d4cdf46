"""Marks: each officer's own, with a reason each, and the score when everyone has finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments import scores
from assessments.models import Assessment, Mark, Score, Task
from assessments.notes import CaseNote
from assessments.queries.assignments import assessors_of
from assessments.queries.marks import round_of
from assessments.refusals import Refusal
from assessments.rights import require_step, require_task
from assessments.staffing import ASSESSORS
from criteria import scoring
from criteria.procedure import Act, Step
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from grants import queries as grants
from grants.models import Call, Criterion
from grants.rules import scoring_criteria


@dataclass(frozen=True, slots=True)
class Marking:
    """What an officer gives for one criterion. The points may wait; the reason may not."""

    points: int | None
    reason: str

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing has been given."""
        return self.points is None and not self.reason.strip()


def save_mark(
    application: Application,
    criterion: Criterion,
    *,
    points: int | None,
    reason: str,
    by: Person,
    at: datetime,
) -> Assessment:
    """Save the mark for one criterion. It is a draft until the officer finishes."""
    with transaction():
        return _save(application, {criterion.id: Marking(points, reason)}, by, at)


def save_marks(
    application: Application, markings: Mapping[int, Marking], *, by: Person, at: datetime
) -> Assessment:
    """Save the marks for several criteria, by their ids: all of them, or none."""
    with transaction():
        return _save(application, markings, by, at)


def finish_assessment(application: Application, *, by: Person, at: datetime) -> Score | None:
    """Finish the own marks: they freeze. The last to finish gets the case its score.

    Every scored criterion must have points and a reason. Of two who finish at once, the case's lock
    lets one be first, so there is one score and it is made of both.
    """
    with transaction():
        _require_right_to_mark(application, by)
        call = grants.call(application.call_id)
        own = _own_draft(application, by, at)
        _refuse_incomplete(own, call)
        own.finished_at = at
        journal.note(application, CaseNote.ASSESSED_BY_ONE, by=by, at=at, public=False)
        db.session.flush()
        sheets = _finished(application, own.round)
        if len(sheets) < ASSESSORS or {one.person_id for one in sheets} != assessors_of(
            application.id
        ):
            return None
        return _score(application, call, sheets, by, at)


def _save(
    application: Application, markings: Mapping[int, Marking], by: Person, at: datetime
) -> Assessment:
    _require_right_to_mark(application, by)
    scored = {one.id: one for one in grants.call(application.call_id).criteria if one.scored}
    own = _own_draft(application, by, at)
    written = {mark.criterion_id: mark for mark in own.marks}
    for criterion_id, marking in markings.items():
        if criterion_id not in scored:
            raise NotFoundError
        _refuse_impossible(marking, scored[criterion_id])
        _write(own, written.get(criterion_id), criterion_id, marking, at)
    return own


def _require_right_to_mark(application: Application, person: Person) -> None:
    locked(application)
    require_task(person, application, Task.ASSESS)
    require_step(application, (Step.ELIGIBLE,), Refusal.NOT_READY_FOR_MARKS)


def _own_draft(application: Application, person: Person, at: datetime) -> Assessment:
    round_ = round_of(application.id)
    own = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application.id,
            Assessment.person_id == person.id,
            Assessment.round == round_,
        )
        .options(selectinload(Assessment.marks))
        .execution_options(populate_existing=True)
    ).first()
    if own is None:
        own = Assessment(
            application_id=application.id,
            person_id=person.id,
            round=round_,
            begun_at=at,
            marks=[],
            person=person,
        )
        db.session.add(own)
    elif own.finished_at is not None:
        raise RuleBrokenError(Refusal.ALREADY_FINISHED)
    return own


def _refuse_impossible(marking: Marking, criterion: Criterion) -> None:
    if marking.points is None:
        return
    if not 0 <= marking.points <= criterion.max_mark:
        raise RuleBrokenError(Refusal.MARK_OFF_SCALE, highest=criterion.max_mark)
    if not marking.reason.strip():
        raise RuleBrokenError(Refusal.REASON_MISSING)


def _write(
    own: Assessment, mark: Mark | None, criterion_id: int, marking: Marking, at: datetime
) -> None:
    if marking.is_blank:
        if mark is not None:
            own.marks.remove(mark)
            db.session.delete(mark)
        return
    if mark is None:
        mark = Mark(criterion_id=criterion_id)
        own.marks.append(mark)
    if (mark.points, mark.reason) != (marking.points, marking.reason.strip()):
        mark.points, mark.reason = marking.points, marking.reason.strip()
        mark.marked_at = at


def _refuse_incomplete(own: Assessment, call: Call) -> None:
    marked = {mark.criterion_id for mark in own.marks if mark.points is not None}
    missing = [one.code for one in call.criteria if one.scored and one.id not in marked]
    if missing:
        raise RuleBrokenError(Refusal.MARKS_MISSING, codes=", ".join(missing))


def _finished(application: Application, round_: int) -> list[Assessment]:
    """Give the finished sheets of those who are put on the case, with their marks and criteria."""
    return list(
        db.session.scalars(
            select(Assessment)
            .where(
                Assessment.application_id == application.id,
                Assessment.round == round_,
                Assessment.person_id.in_(assessors_of(application.id)),
                Assessment.finished_at.is_not(None),
            )
            .options(selectinload(Assessment.marks).joinedload(Mark.criterion))
            .order_by(Assessment.id)
            .execution_options(populate_existing=True)
        )
    )


def _score(
    application: Application, call: Call, sheets: list[Assessment], by: Person, at: datetime
) -> Score:
    criteria = scoring_criteria(call)
    computed = scoring.weighted(criteria, [_marks_of(sheet) for sheet in sheets])
    score = Score(
        application_id=application.id,
        round=sheets[0].round,
        total=computed.total,
        below_threshold=bool(computed.below_threshold),
        parts=scores.written(computed, criteria, [sheet.person_id for sheet in sheets]),
        computed_at=at,
    )
    db.session.add(score)
    journal.move(application, Act.FINISH_ASSESSMENT, by=by, at=at, score=str(computed.total))
    return score


def _marks_of(sheet: Assessment) -> scoring.Marks:
    return scoring.Marks(
        assessor=sheet.person_id,
        marks=tuple(
            (mark.criterion.code, mark.points) for mark in sheet.marks if mark.points is not None
        ),
    )
