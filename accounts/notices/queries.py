"""Reading what persons have chosen and which addresses are dead."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.notices.models import DeadAddress, Frequency, NoticeChoice, Topic
from accounts.notices.sending import MAY_BE_CHOSEN
from foundation.database import db
from foundation.errors import NotFoundError

MOST_SHOWN = 200


def choices_of(person_id: int) -> dict[Topic, Frequency]:
    """Give how often a person is told about each topic that may be chosen."""
    kept = {
        row.topic: row.frequency
        for row in db.session.scalars(
            select(NoticeChoice).where(NoticeChoice.person_id == person_id)
        )
    }
    return {topic: kept.get(topic, Frequency.AT_ONCE) for topic in MAY_BE_CHOSEN}


def living_mark(email: str) -> DeadAddress | None:
    """Find the mark of an address that is dead now."""
    return db.session.scalars(
        select(DeadAddress).where(
            DeadAddress.email == email.strip().lower(), DeadAddress.cleared_at.is_(None)
        )
    ).first()


def is_dead(email: str) -> bool:
    """Tell whether an address is dead now."""
    return living_mark(email) is not None


def dead_among(emails: Iterable[str]) -> dict[str, DeadAddress]:
    """Give the marks of those addresses that are dead now."""
    wanted = sorted({one.strip().lower() for one in emails})
    found = db.session.scalars(
        select(DeadAddress).where(DeadAddress.email.in_(wanted), DeadAddress.cleared_at.is_(None))
    )
    return {one.email: one for one in found}


def dead_addresses() -> list[DeadAddress]:
    """List the addresses that are dead now with who said so, the newest first."""
    return list(
        db.session.scalars(
            select(DeadAddress)
            .where(DeadAddress.cleared_at.is_(None))
            .options(joinedload(DeadAddress.reported_by))
            .order_by(DeadAddress.id.desc())
            .limit(MOST_SHOWN)
        )
    )


def dead_address(mark_id: int) -> DeadAddress:
    """Find an address that is marked as dead now. Raises NotFoundError."""
    found = db.session.get(DeadAddress, mark_id)
    if found is None or found.cleared_at is not None:
        raise NotFoundError
    return found
