"""How measurements meet the duty to follow the benefits up, inside the acts that measure.

The duty of a year is met when every benefit that the project follows is measured in that year by each
kommune that still takes part. A measurement that is taken back lets it be owed again.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, extract, select

from accounts.models import Person
from applications.models import Application
from criteria.benefits import INTRODUCING, Unmeasured, unmeasured
from criteria.benefitwords import ValueKind
from criteria.duties import DutyKind
from followup.asking.queries import asking_of_benefits
from followup.benefits import queries
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.met import meet, owe_again
from followup.models import Duty
from foundation.database import db
from grants.models import Call, Measure

MEASURED = "målt"
"""How a duty was met that was met by measuring."""


def lacking_in(application_id: int, year: int) -> tuple[Unmeasured, ...] | None:
    """List what a project has not measured in a year; None: it follows no benefits. Four queries."""
    codes = db.session.scalars(
        select(ProjectBenefit.code)
        .where(ProjectBenefit.application_id == application_id, ProjectBenefit.dropped_at.is_(None))
        .order_by(ProjectBenefit.code)
    ).all()
    if not codes:
        return None
    return _lacking(
        application_id,
        codes,
        Measurement.kind == ValueKind.MEASURED,
        extract("year", Measurement.valid_on) == year,
    )


def without_baseline(application: Application) -> tuple[Unmeasured, ...]:
    """List whose baseline is not measured, of what a project that introduces something follows.

    Nothing for other measures, and while no benefits are followed. Four queries.
    """
    codes = db.session.scalars(
        select(ProjectBenefit.code)
        .join(Call, Call.id == application.call_id)
        .join(Measure, Measure.id == Call.measure_id)
        .where(
            ProjectBenefit.application_id == application.id,
            ProjectBenefit.dropped_at.is_(None),
            Measure.code.in_(INTRODUCING),
        )
        .order_by(ProjectBenefit.code)
    ).all()
    return _lacking(application.id, codes, Measurement.kind == ValueKind.BASELINE) if codes else ()


def _lacking(
    application_id: int, codes: Sequence[str], *where: ColumnElement[bool]
) -> tuple[Unmeasured, ...]:
    pairs = db.session.execute(
        queries.holding()
        .where(*where, ProjectBenefit.application_id == application_id)
        .join(Measurement.indicator)
        .join(ProjectIndicator.benefit)
        .with_only_columns(ProjectBenefit.code, Measurement.organisation_id)
    )
    return unmeasured(codes, queries.still_in(application_id), {(code, one) for code, one in pairs})


def settle(case: Application, *, by: Person, at: datetime) -> None:
    """Let each year's duty to follow benefits be met or owed again, by what is measured now.

    Inside the act that holds the case. What the office noted as met in another way stays so. Where the call
    asks questions about the benefits, measuring alone is not enough.
    """
    if asking_of_benefits([case.call_id]):
        return  # there the duty is met by a report, which waits for the measurements
    db.session.flush()  # what the act has written counts
    duties = db.session.execute(
        select(Duty.year, Duty.met_at, Duty.met_how).where(
            Duty.application_id == case.id, Duty.kind == DutyKind.BENEFITS
        )
    ).all()
    for year, met_at, how in duties:
        if met_at is not None and how != MEASURED:
            continue
        lacks = lacking_in(case.id, year)
        if lacks == ():
            meet(case, DutyKind.BENEFITS, year, how=MEASURED, by=by, at=at)
        elif met_at is not None and lacks:
            owe_again(case, DutyKind.BENEFITS, year)
