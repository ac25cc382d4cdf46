"""The acts of research: accepting the terms, and having an edition of the data made."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person, Token
from figures.models import QueryLog
from figures.refusals import SnapshotRefusal
from figures.research.models import AcceptedTerms, Snapshot, SnapshotFile
from figures.research.terms import TERMS, accepted_by
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Scheme

MAKE = "make_snapshot"


def accept_terms(*, by: Person, at: datetime) -> None:
    """Accept the terms that hold. Done twice, it is accepted once."""
    with transaction():
        locked(by)
        if accepted_by(by) is None:
            db.session.add(AcceptedTerms(person_id=by.id, terms=TERMS, accepted_at=at))
            audit.record("terms.accepted", subject=f"person:{by.id}", by=by, at=at, terms=TERMS)


def ask_for_snapshot(*, by: Person, at: datetime) -> Snapshot:
    """Have an edition made in the background.

    Raises RuleBrokenError(SnapshotRefusal) while another is made: each must know what those before it told.
    """
    with transaction():
        for scheme in db.session.scalars(select(Scheme).order_by(Scheme.id).limit(1)):
            locked(scheme)
        if db.session.scalars(select(Snapshot.id).where(Snapshot.under_way.is_(True))).first() is not None:
            raise RuleBrokenError(SnapshotRefusal.UNDER_WAY)
        snapshot = Snapshot(asked_at=at, asked_by_id=by.id, under_way=True)
        db.session.add(snapshot)
        db.session.flush()  # the job and the audit entry name it by id
        subject = f"snapshot:{snapshot.id}"
        outbox.put(MAKE, subject=subject, at=at, snapshot=snapshot.id)
        audit.record("snapshot.asked", subject=subject, by=by, at=at)
    return snapshot


def keep_fetched(
    file: SnapshotFile, *, token: Token | None = None, by: Person, at: datetime
) -> None:
    """Keep that somebody fetched a file of an edition, from the page or with a key."""
    with transaction():
        db.session.add(
            QueryLog(
                person_id=by.id,
                token_id=token.id if token else None,
                what=file.table_code,
                format=file.format,
                at=at,
                filter=JsonValue(edition=file.snapshot_id),
                rows=file.rows,
                control_sum=file.control_sum,
                sha256=file.sha256,
            )
        )
        audit.record(
            "figures.taken_out",
            subject=f"snapshot:{file.snapshot_id}",
            by=by,
            at=at,
            format=file.format,
            rows=file.rows,
            control_sum=file.control_sum,
            sha256=file.sha256,
        )
