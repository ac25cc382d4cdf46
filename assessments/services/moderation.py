"""Moderation: a mark agreed after the independent ones, kept beside them with a reason of its own."""

from collections.abc import Mapping
from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.holding import hold_round, refuse_decided_beside
from assessments.models import Score
from assessments.notes import CaseNote
from assessments.queries.marks import (
    assessments_behind,
    moderations_behind,
    present_score,
    reading_of,
)
from assessments.readings.models import Moderation
from assessments.refusals import Refusal
from assessments.rights import (
    MODERATED_AT,
    may_moderate,
    require_step,
    require_unhindered,
    require_words,
)
from assessments.scoring import add_score
from assessments.services.marking import Marking
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from grants import queries as grants
from grants.models import Call, Criterion


def moderate(
    application: Application, markings: Mapping[int, Marking], *, by: Person, at: datetime
) -> Score:
    """Set moderated marks for some criteria, by their ids: the score is superseded by a new one.

    The officers' own marks stay as they are. A proposal made before no longer builds on what the case
    holds, and cannot be chosen or signed by.
    """
    with transaction():
        hold_round(application.call_id)
        locked(application)
        require_step(application, MODERATED_AT, Refusal.NOT_READY_TO_MODERATE)
        refuse_decided_beside(application)
        before = present_score(application.id)
        if before is None:
            raise RuleBrokenError(Refusal.NOT_READY_TO_MODERATE)
        _require_right_to_moderate(application, before, by)
        call = grants.call(application.call_id)
        given = {one: marking for one, marking in markings.items() if not marking.is_blank}
        if not given:
            raise RuleBrokenError(Refusal.NOTHING_MODERATED)
        moderated = {one.criterion.code: one.points for one in moderations_behind(before)}
        for criterion_id, marking in given.items():
            criterion = _scored(call, criterion_id)
            moderated[criterion.code], reason = _fit(criterion, marking)
            db.session.add(
                Moderation(
                    application_id=application.id,
                    round=before.round,
                    criterion_id=criterion.id,
                    points=moderated[criterion.code],
                    reason=reason,
                    moderated_at=at,
                    moderated_by_id=by.id,
                )
            )
        db.session.flush()
        score = add_score(
            application, call, assessments_behind(before), reading_of(application.id), at,
            moderated=moderated, edition=before.edition + 1,
        )  # fmt: skip
        journal.note(
            application, CaseNote.MODERATED, by=by, at=at, public=False,
            before=str(before.total), after=str(score.total),
        )  # fmt: skip
    return score


def _require_right_to_moderate(application: Application, score: Score, person: Person) -> None:
    require_unhindered(person, application.id)
    if person.id in score.assessors:
        raise RuleBrokenError(Refusal.MARKED_IT_YOURSELF)
    if not may_moderate(person, application, score):
        raise RuleBrokenError(Refusal.NOT_YOUR_CASE)


def _scored(call: Call, criterion_id: int) -> Criterion:
    for one in call.criteria:
        if one.scored and one.id == criterion_id:
            return one
    raise NotFoundError


def _fit(criterion: Criterion, marking: Marking) -> tuple[int, str]:
    if marking.points is None:
        raise RuleBrokenError(Refusal.MARKS_MISSING, codes=criterion.code)
    if not 0 <= marking.points <= criterion.max_mark:
        raise RuleBrokenError(Refusal.MARK_OFF_SCALE, highest=criterion.max_mark)
    return marking.points, require_words(marking.reason)
