"""What the formal control has found, and what was asked of the applicant."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from applications.models import Deficiency, Event
from assessments.models import Examination, FormalFinding
from criteria.procedure import Act
from foundation.database import db
from foundation.errors import NotFoundError


def examination_of(application_id: int) -> Examination | None:
    """Give the newest examination of a case with its findings and who overruled them."""
    return db.session.scalars(
        select(Examination)
        .where(Examination.application_id == application_id)
        .options(
            joinedload(Examination.examined_by),
            joinedload(Examination.confirmed_by),
            selectinload(Examination.findings).joinedload(FormalFinding.overruled_by),
        )
        .order_by(Examination.id.desc())
        .limit(1)
    ).first()


def finding(application_id: int, finding_id: int) -> FormalFinding:
    """Find one finding of a case with its examination. Raises NotFoundError."""
    found = db.session.scalars(
        select(FormalFinding)
        .join(FormalFinding.examination)
        .where(FormalFinding.id == finding_id, Examination.application_id == application_id)
        .options(joinedload(FormalFinding.examination), joinedload(FormalFinding.overruled_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def latest_deficiency(application_id: int) -> Deficiency | None:
    """Give what the applicant was last asked to mend, answered or not."""
    return db.session.scalars(
        select(Deficiency)
        .where(Deficiency.application_id == application_id)
        .order_by(Deficiency.id.desc())
        .limit(1)
    ).first()


def ineligible_because(application_id: int) -> str | None:
    """Give the officer's reason for finding a case ineligible; None when it was not."""
    event = db.session.scalars(
        select(Event)
        .where(Event.application_id == application_id, Event.act == Act.FIND_INELIGIBLE)
        .order_by(Event.id.desc())
        .limit(1)
    ).first()
    return None if event is None else str(event.detail["reason"])
