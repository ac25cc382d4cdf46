"""Gathering what decisions stand on, for many cases at once."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select

from assessments.models import Assessment, Examination, FormalFinding, Mark, Score
from assessments.queries import scores_of
from assessments.scores import parts_of
from decisions.grounds import CriterionGround, FindingGround, Grounds
from foundation.database import db
from grants.models import Criterion

Reasons = dict[tuple[int, str], tuple[str, ...]]
"""What the assessors wrote, by case and criterion code, in the order they were put on the case."""


def grounds_of(applications: Collection[int]) -> dict[int, Grounds]:
    """Give the grounds of cases, by their ids. Three queries, however many cases there are.

    Marks are those behind the newest score; findings those of the newest examination.
    """
    scores = scores_of(applications)
    reasons = _reasons(scores)
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
        if round_ == score.round and person_id in score.parts["assessors"]:
            found[application_id, code] += (reason,)
    return found


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
