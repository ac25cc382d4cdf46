"""Gathering what decisions stand on, for many cases at once."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select

from assessments.models import Assessment, Examination, FormalFinding, Mark, Score
from assessments.queries import scores_of
from assessments.readings.models import Moderation
from assessments.scores import parts_of
from decisions.grounds import CriterionGround, FindingGround, Grounds
from foundation.database import db
from grants.models import Criterion

Reasons = dict[tuple[int, str], tuple[str, ...]]
"""What the assessors wrote, by case and criterion code, in the order they were put on the case."""


def grounds_of(applications: Collection[int]) -> dict[int, Grounds]:
    """Give the grounds of cases, by their ids. Four queries, however many cases there are.

    Marks are those behind the newest score, moderated or not; findings those of the newest examination.
    """
    scores = scores_of(applications)
    reasons = {**_reasons(scores), **_moderated(scores)}
    findings = _findings(applications)
    return {
        one: Grounds(
            criteria=_criteria(one, scores.get(one), reasons), findings=tuple(findings[one])
        )
        for one in applications
    }


def _criteria(
    application_id: int, score: Score | None, reasons: Reasons
) -> tuple[CriterionGround, ...]:
    if score is None:
        return ()
    return tuple(
        CriterionGround(
            code=part.code,
            mean=part.mean,
            points=part.points,
            reasons=reasons.get((application_id, part.code), ()),
        )
        for part in parts_of(score)
    )


def _reasons(scores: dict[int, Score]) -> Reasons:
    rows = db.session.execute(
        select(
            Assessment.application_id,
            Assessment.person_id,
            Assessment.round,
            Criterion.code,
            Mark.reason,
        )
        .join(Mark, Mark.assessment_id == Assessment.id)
        .join(Criterion, Criterion.id == Mark.criterion_id)
        .where(Assessment.application_id.in_(scores), Assessment.finished_at.is_not(None))
        .order_by(Assessment.id)
    )
    found: defaultdict[tuple[int, str], tuple[str, ...]] = defaultdict(tuple)
    for application_id, person_id, round_, code, reason in rows:
        score = scores[application_id]
        if round_ in score.rounds and person_id in score.assessors:
            found[application_id, code] += (reason,)
    return found


def _moderated(scores: dict[int, Score]) -> Reasons:
    """Give the reason of each moderated mark: it stands instead of the assessors', as the mark does."""
    rows = db.session.execute(
        select(
            Moderation.application_id,
            Moderation.round,
            Moderation.moderated_at,
            Criterion.code,
            Moderation.reason,
        )
        .join(Criterion, Criterion.id == Moderation.criterion_id)
        .where(Moderation.application_id.in_(scores))
        .order_by(Moderation.id)
    )
    return {
        (case, code): (reason,)
        for case, round_, moderated_at, code, reason in rows
        if round_ == scores[case].round and moderated_at <= scores[case].computed_at
    }


def _findings(applications: Collection[int]) -> defaultdict[int, list[FindingGround]]:
    newest = (
        select(func.max(Examination.id))
        .where(Examination.application_id.in_(applications))
        .group_by(Examination.application_id)
    )
    rows = db.session.execute(
        select(
            Examination.application_id,
            FormalFinding.rule,
            FormalFinding.reason,
            FormalFinding.values,
        )
        .join(FormalFinding.examination)
        .where(
            Examination.id.in_(newest),
            FormalFinding.blocking,
            FormalFinding.overruled_at.is_(None),
        )
        .order_by(FormalFinding.id)
    )
    found: defaultdict[int, list[FindingGround]] = defaultdict(list)
    for application_id, rule, reason, values in rows:
        found[application_id].append(FindingGround(rule, reason, values))
    return found
