"""Writing a movement down, with the document that gives its authority. Used inside acts."""

from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation import scans
from foundation.database import db
from foundation.files import Stored
from payments.books.models import Movement, MovementKind

LONGEST_AUTHORITY = 300


@dataclass(frozen=True, slots=True)
class Document:
    """A document that gives authority, as it was received."""

    stored: Stored
    filename: str


def keep_movement(
    kind: MovementKind,
    authority: str,
    document: Document | None,
    *,
    by: Person,
    at: datetime,
    counters_id: int | None = None,
) -> Movement:
    """Write down what more than one entry is part of, before they are booked."""
    made = Movement(
        kind=kind,
        authority=authority.strip()[:LONGEST_AUTHORITY],
        filename=document.filename if document else None,
        media_type=document.stored.media_type if document else None,
        sha256=document.stored.sha256 if document else None,
        counters_id=counters_id,
        made_at=at,
        made_by_id=by.id,
    )
    if document:
        scans.watch(document.stored, at)
    db.session.add(made)
    db.session.flush()  # its entries name it by id
    audit.record(
        f"books.moved_{kind.value}", subject=f"movement:{made.id}", by=by, at=at,
        authority=made.authority, document=made.sha256, counters=counters_id,
    )  # fmt: skip
    return made
