"""By when the office wants the marks of a round finished."""

from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from assessments.lists.models import MarkingDate
from foundation.database import db
from grants.models import Call


def due_for_marks(case: type[Application]) -> ColumnElement[date]:
    """Give the day for an application (its class, or an alias of it); NULL where none is set."""
    round_id = (
        select(Call.round_id).where(Call.id == case.call_id).correlate(case).scalar_subquery()
    )
    return (
        select(MarkingDate.due_on)
        .where(MarkingDate.call_id == round_id)
        .order_by(MarkingDate.id.desc())
        .limit(1)
        .correlate(case)
        .scalar_subquery()
    )


def marking_dates(round_id: int) -> list[MarkingDate]:
    """List the dates that were set for a round, the one that holds first, with who set them."""
    return list(
        db.session.scalars(
            select(MarkingDate)
            .where(MarkingDate.call_id == round_id)
            .options(joinedload(MarkingDate.set_by))
            .order_by(MarkingDate.id.desc())
        )
    )


def rounds_with_dates() -> list[tuple[Call, MarkingDate | None]]:
    """List the published rounds, the last to close first, each with the date that holds."""
    newest = select(func.max(MarkingDate.id)).group_by(MarkingDate.call_id)
    rows = db.session.execute(
        select(Call, MarkingDate)
        .outerjoin(MarkingDate, (MarkingDate.call_id == Call.id) & MarkingDate.id.in_(newest))
        .where(Call.edition == 1, Call.published_at.is_not(None), Call.withdrawn_at.is_(None))
        .order_by(Call.closes_on.desc(), Call.id)
    )
    return [(row[0], row[1]) for row in rows]
