"""Reading the runs of the checks."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from figures.models import Inspection
from foundation.database import db
from foundation.errors import NotFoundError


def inspection(inspection_id: int) -> Inspection:
    """Find a run with who asked for it. Raises NotFoundError."""
    found = db.session.scalars(
        select(Inspection)
        .where(Inspection.id == inspection_id)
        .options(joinedload(Inspection.asked_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def last_inspection() -> Inspection | None:
    """Give the newest run with who asked for it."""
    return db.session.scalars(
        select(Inspection)
        .options(joinedload(Inspection.asked_by))
        .order_by(Inspection.id.desc())
        .limit(1)
    ).first()
