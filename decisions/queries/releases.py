"""Reading when a round is set to be published."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from decisions.releases import Release
from foundation.database import db
from grants.rounds import calls_in


def last_release(call_id: int) -> Release | None:
    """Give the newest set time of a round, ended or not, with who set it."""
    return db.session.scalars(
        select(Release)
        .where(Release.call_id.in_(calls_in(call_id)))
        .options(joinedload(Release.set_by))
        .order_by(Release.id.desc())
        .limit(1)
    ).first()


def living_release(call_id: int) -> Release | None:
    """Give the time that a round is set to be published at, if any, with who set it."""
    last = last_release(call_id)
    return last if last is not None and last.ended_at is None else None


def release(release_id: int) -> Release | None:
    """Give a set time with who set it."""
    return db.session.scalars(
        select(Release).where(Release.id == release_id).options(joinedload(Release.set_by))
    ).first()
