"""Reading the call that a plan or a group would apply in."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from foundation import clock
from foundation.database import db
from grants.models import Call, Measure


def measures_by_code(codes: frozenset[str]) -> list[Measure]:
    """List some measures of the scheme by code."""
    return list(
        db.session.scalars(select(Measure).where(Measure.code.in_(codes)).order_by(Measure.code))
    )


def next_calls(measure_id: int, at: datetime) -> list[Call]:
    """List a measure's published calls that have not closed, the first to close first, with rules."""
    today = clock.in_oslo(at).date()
    return list(
        db.session.scalars(
            _RULED.where(
                Call.measure_id == measure_id, Call.published_at <= at, Call.closes_on >= today
            ).order_by(Call.closes_on, Call.id)
        )
    )


def last_call(measure_id: int, at: datetime) -> Call | None:
    """Find the measure's published call that closed last, with its rules."""
    return db.session.scalars(
        _RULED.where(Call.measure_id == measure_id, Call.published_at <= at)
        .order_by(Call.closes_on.desc(), Call.id.desc())
        .limit(1)
    ).first()


_RULED = select(Call).options(selectinload(Call.rules), selectinload(Call.kinds))
