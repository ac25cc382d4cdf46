"""Making a score of finished sheets, and of what is moderated. Called inside acts, on a locked case."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from applications.models import Application
from assessments import scores
from assessments.models import Assessment, Score
from assessments.queries.marks import Reading
from criteria import scoring
from foundation.database import db
from grants.models import Call
from grants.rules import scoring_criteria, settling_of

_NOTHING: Mapping[str, int] = MappingProxyType({})


def add_score(
    application: Application,
    call: Call,
    sheets: Sequence[Assessment],
    standing: Reading,
    at: datetime,
    *,
    moderated: Mapping[str, int] = _NOTHING,
    edition: int = 1,
) -> Score:
    """Compute the score of sheets with their marks and criteria, and keep it."""
    criteria, settling = scoring_criteria(call), settling_of(call)
    computed = scoring.weighted(criteria, [marks_of(one) for one in sheets], settling, moderated)
    readers = [one.person_id for one in sheets]
    behind = scores.Behind(readers, standing.rounds, settling, moderated)
    score = Score(
        application_id=application.id,
        round=standing.round,
        edition=edition,
        total=computed.total,
        below_threshold=bool(computed.below_threshold),
        parts=scores.written(computed, criteria, behind),
        computed_at=at,
    )
    db.session.add(score)
    return score


def marks_of(sheet: Assessment) -> scoring.Marks:
    """Give a sheet's marks as the rules ask for them. Needs the marks with their criteria."""
    return scoring.Marks(
        assessor=sheet.person_id,
        marks=tuple(
            (mark.criterion.code, mark.points) for mark in sheet.marks if mark.points is not None
        ),
    )
