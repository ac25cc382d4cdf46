"""Reading who wants to know of later calls."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from applications.interests.models import Interest
from applications.queries.one import ACTS_FOR
from foundation.database import db
from foundation.errors import NotFoundError


def interests_of(person: Person) -> list[Interest]:
    """List what the person's organisations have asked to be told of and not taken back, newest first."""
    return list(
        db.session.scalars(
            select(Interest)
            .where(
                Interest.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
                Interest.withdrawn_at.is_(None),
            )
            .options(
                joinedload(Interest.organisation),
                joinedload(Interest.measure),
                joinedload(Interest.told_of),
            )
            .order_by(Interest.id.desc())
        )
    )


def interest_of(person: Person, interest_id: int) -> Interest:
    """Find an interest of one of the person's organisations. Raises NotFoundError."""
    found = db.session.scalars(
        select(Interest).where(
            Interest.id == interest_id,
            Interest.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def all_interests() -> list[Interest]:
    """List every interest that is not taken back: those that wait first, by measure, oldest first."""
    return list(
        db.session.scalars(
            select(Interest)
            .where(Interest.withdrawn_at.is_(None))
            .options(
                joinedload(Interest.organisation),
                joinedload(Interest.measure),
                joinedload(Interest.registered_by),
                joinedload(Interest.told_of),
            )
            .order_by(
                Interest.told_at.is_not(None), Interest.measure_id, Interest.registered_at, Interest.id
            )
        )
    )


def living_for(measure_id: int, organisation_ids: Iterable[int] | None = None) -> list[Interest]:
    """List those who wait for a call of a measure, oldest first: of some organisations, or all."""
    statement = select(Interest).where(
        Interest.measure_id == measure_id,
        Interest.withdrawn_at.is_(None),
        Interest.told_at.is_(None),
    )
    if organisation_ids is not None:
        statement = statement.where(Interest.organisation_id.in_(set(organisation_ids)))
    return list(db.session.scalars(statement.order_by(Interest.id)))
