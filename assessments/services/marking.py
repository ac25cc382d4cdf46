"""Marks: each officer's own, with a reason each, and the score when everyone has finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.models import Assessment, Mark, Score, Task
from assessments.notes import CaseNote
from assessments.queries.assignments import assessors_of
from assessments.queries.marks import Reading, reading_of
from assessments.readings.models import ThirdReading
from assessments.refusals import Refusal
from assessments.rights import require_step, require_task, require_words
from assessments.scoring import add_score, marks_of
from assessments.staffing import readers_wanted
from criteria.procedure import Act, Step
from criteria.reading import third_because
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.saying import says_something
from grants import queries as grants
from grants.models import Call, Criterion
from grants.rounds import calls_in
from grants.rules import reading_limits, score_threshold, scoring_criteria


@dataclass(frozen=True, slots=True)
class Marking:
    """What an officer gives for one criterion. The points may wait; the reason may not."""

    points: int | None
    reason: str

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing has been given."""
        return self.points is None and not says_something(self.reason)


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
    lets one be first, so there is one score and it is made of both. Two that differ more than the call
    allows give no score: a third reader is asked for, and the last of the three gets it.
    """
    with transaction():
        _require_right_to_mark(application, by)
        call = grants.call(application.call_id)
        own = _own_draft(application, by, at)
        _refuse_incomplete(own, call)
        own.finished_at = at
        journal.note(application, CaseNote.ASSESSED_BY_ONE, by=by, at=at, public=False)
        db.session.flush()
        standing = reading_of(application.id)
        sheets = _finished(application, standing)
        if len(sheets) < readers_wanted(wants_third=standing.wants_third) or {
            one.person_id for one in sheets
        } != (assessors_of(application.id)):
            return None
        if not standing.wants_third and _ask_for_third(application, call, sheets, standing, at):
            return None
        score = add_score(application, call, sheets, standing, at)
        journal.move(application, Act.FINISH_ASSESSMENT, by=by, at=at, score=str(score.total))
        return score


def _ask_for_third(
    application: Application,
    call: Call,
    sheets: list[Assessment],
    standing: Reading,
    at: datetime,
) -> bool:
    because = third_because(
        scoring_criteria(call),
        [marks_of(one) for one in sheets],
        reading_limits(call),
        score_threshold(call),
    )
    if because:
        db.session.add(
            ThirdReading(
                application_id=application.id,
                round=standing.round,
                adds_to=standing.round,
                because=JsonValue(because=[one.value for one in because]),
                reason="",
                asked_at=at,
            )
        )
        journal.note(
            application, CaseNote.THIRD_READING, by=None, at=at, public=False,
            because=", ".join(because),
        )  # fmt: skip
    return bool(because)


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
    standing = reading_of(application.id)
    own = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id == application.id,
            Assessment.person_id == person.id,
            Assessment.round.in_(standing.rounds),
        )
        .order_by(Assessment.round.desc())
        .options(selectinload(Assessment.marks))
        .execution_options(populate_existing=True)
    ).first()
    if own is None:
        own = Assessment(
            application_id=application.id,
            person_id=person.id,
            round=standing.round,
            begun_at=at,
            reading_place=_next_place(application.call_id, person),
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
    require_words(marking.reason)


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


def _finished(application: Application, standing: Reading) -> list[Assessment]:
    """Give the finished sheets of those who are put on the case, with their marks and criteria."""
    return list(
        db.session.scalars(
            select(Assessment)
            .where(
                Assessment.application_id == application.id,
                Assessment.round.in_(standing.rounds),
                Assessment.person_id.in_(assessors_of(application.id)),
                Assessment.finished_at.is_not(None),
            )
            .options(selectinload(Assessment.marks).joinedload(Mark.criterion))
            .order_by(Assessment.id)
            .execution_options(populate_existing=True)
        )
    )


def _next_place(call: int, person: Person) -> int:
    """Tell which of a person's readings in a round of a call the next one is."""
    read = db.session.scalar(
        select(func.count(Assessment.id))
        .join(Application, Application.id == Assessment.application_id)
        .where(Assessment.person_id == person.id, Application.call_id.in_(calls_in(call)))
    )
    return 1 + (read or 0)
