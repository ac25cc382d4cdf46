"""Reading the editions of the data."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from figures.research.models import Snapshot, SnapshotFile
from foundation.columns import JsonValue
from foundation.database import db
from foundation.errors import NotFoundError


def snapshots() -> Sequence[Snapshot]:
    """List the editions, the newest first, with their files. Two queries."""
    return db.session.scalars(
        select(Snapshot).options(selectinload(Snapshot.files)).order_by(Snapshot.id.desc())
    ).all()


def snapshot_of(number: int) -> Snapshot:
    """Find an edition that is made, with its files. Raises NotFoundError."""
    found = db.session.scalars(
        select(Snapshot)
        .where(Snapshot.id == number, Snapshot.taken_at.is_not(None))
        .options(selectinload(Snapshot.files))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def file_of(number: int, name: str) -> SnapshotFile:
    """Find a file of an edition that is made. Raises NotFoundError."""
    found = db.session.scalars(
        select(SnapshotFile)
        .join(Snapshot, Snapshot.id == SnapshotFile.snapshot_id)
        .where(Snapshot.id == number, Snapshot.taken_at.is_not(None), SnapshotFile.name == name)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def told_before(number: int) -> Sequence[JsonValue]:
    """Give what each earlier edition told and held back, the oldest first."""
    return [
        told
        for told in db.session.scalars(
            select(Snapshot.told)
            .where(Snapshot.id < number, Snapshot.taken_at.is_not(None))
            .order_by(Snapshot.id)
        )
        if told is not None
    ]
