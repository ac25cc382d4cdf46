"""Checks of the ledger against the audit trail: each entry was booked by an act, and is still there."""

from collections.abc import Iterator

from sqlalchemy import select

from accounts.models import AuditEntry
from foundation.database import db
from payments.models import Entry

_SUBJECT = "entry:"
_BATCH = 5_000


def unlike_trail() -> Iterator[str]:
    """Name entries that the audit trail does not know, and those that it knows and are gone or other."""
    booked = dict(db.session.execute(select(Entry.id, Entry.amount)).all())
    for number, amount in _told():
        if number not in booked:
            yield f"entry {number} of {amount} øre is missing"
        elif booked[number] != amount:
            yield f"entry {number} of {booked[number]} øre was booked as {amount}"
        booked.pop(number, None)
    for number in booked:
        yield f"entry {number} was booked by no act"


def _told() -> Iterator[tuple[int, int]]:
    rows = db.session.execute(
        select(AuditEntry.subject, AuditEntry.detail)
        .where(AuditEntry.act.startswith("ledger."), AuditEntry.subject.startswith(_SUBJECT))
        .order_by(AuditEntry.id),
        execution_options={"yield_per": _BATCH},
    )
    for subject, detail in rows:
        yield int(subject.removeprefix(_SUBJECT)), int(detail["amount"])
