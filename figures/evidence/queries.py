"""Reading the packs of evidence."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from figures.models import EvidencePack
from foundation.database import db
from foundation.errors import NotFoundError

SHOWN = 50


def pack(pack_id: int) -> EvidencePack:
    """Find a pack with who asked for it. Raises NotFoundError."""
    found = db.session.scalars(
        select(EvidencePack)
        .where(EvidencePack.id == pack_id)
        .options(joinedload(EvidencePack.asked_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def packs() -> Sequence[EvidencePack]:
    """List the newest packs, the newest first, with who asked for them."""
    return db.session.scalars(
        select(EvidencePack)
        .options(joinedload(EvidencePack.asked_by))
        .order_by(EvidencePack.id.desc())
        .limit(SHOWN)
    ).all()
