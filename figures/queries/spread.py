"""Counting for research how readers mark: year by year, each mark by its criterion and by who gave it."""

from collections import defaultdict

from sqlalchemy import func, select

from applications.models import Application
from assessments.models import Assessment, Mark
from criteria.suppression import Key
from figures.queries.decided import decided
from foundation.database import db
from grants.models import Call, Criterion

Spread = dict[int, dict[Key, dict[int, int]]]
"""For each year and each criterion with a mark: how many each person gave."""


def spread() -> Spread:
    """Count the marks of finished assessments in decided cases. One query."""
    known = decided()
    found: Spread = defaultdict(lambda: defaultdict(dict))
    for year, criterion, points, person, times in db.session.execute(
        select(
            Call.first_year, Criterion.code, Mark.points, Assessment.person_id, func.count()
        )
        .join(Assessment, Assessment.id == Mark.assessment_id)
        .join(Application, Application.id == Assessment.application_id)
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Criterion, Criterion.id == Mark.criterion_id)
        .where(Assessment.finished_at.is_not(None), Mark.points.is_not(None))
        .group_by(Call.first_year, Criterion.code, Mark.points, Assessment.person_id)
        .order_by(Call.first_year, Criterion.code, Mark.points, Assessment.person_id)
    ):  # fmt: skip
        found[year][criterion, str(points)][person] = times
    return found
