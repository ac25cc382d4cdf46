"""Reading what an application took: as it was measured, and as its lead says."""

from sqlalchemy import ColumnElement, ScalarSelect, Select, extract, func, select

from applications.effort.models import EffortSaid
from applications.models import Application, Sitting
from foundation.database import db

SECONDS_A_MINUTE = 60


def measured_minutes(application: Application) -> int:
    """Give the whole minutes from the first to the last save of each time somebody sat with a part."""
    seconds = db.session.scalar(_spent(Sitting.application_id == application.id)) or 0
    return round(float(seconds) / SECONDS_A_MINUTE)


def said_minutes(application: Application) -> int | None:
    """Give the minutes that the lead said last, if anything was said."""
    return db.session.scalars(
        select(EffortSaid.minutes)
        .where(EffortSaid.application_id == application.id)
        .order_by(EffortSaid.id.desc())
        .limit(1)
    ).first()


def seconds_measured() -> ScalarSelect[int]:
    """Give the measured seconds of each application, inside a question about applications."""
    return _spent(Sitting.application_id == Application.id).correlate(Application).scalar_subquery()


def minutes_said() -> ScalarSelect[int]:
    """Give the minutes that were said last of each application, inside a question about applications."""
    return (
        select(EffortSaid.minutes)
        .where(EffortSaid.application_id == Application.id)
        .order_by(EffortSaid.id.desc())
        .limit(1)
        .correlate(Application)
        .scalar_subquery()
    )


def _spent(whose: ColumnElement[bool]) -> Select[int]:
    spent = extract("epoch", Sitting.saved_at) - extract("epoch", Sitting.began_at)
    return select(func.coalesce(func.sum(spent), 0)).where(whose)
