"""The audit trail: every act with who, when, what and on what basis, in one chain of hashes.

Each entry's hash covers its own content and the hash before it, so a changed, missing or inserted entry
breaks the chain from there on. The chain is written inside the act's own transaction. The last link is
held while the act runs (the immediate transaction on SQLite, an advisory lock on PostgreSQL), so two acts
never seal the same link.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Row, Table, select

from accounts.models import AuditEntry, Person
from foundation.columns import JsonValue
from foundation.database import db, hold_until_the_end, later, of_this_act
from foundation.rows import insert_all

Detail = str | int | bool | None
BEGINNING = "0" * 64
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LOCK = 7_016_073  # kap. 701 post 60 and 73: any number will do, as long as it is one
_BATCH = 5_000


def seal(  # the order and spelling here are the format that verifiers rely on
    *,
    number: int,
    act: str,
    subject: str,
    person_id: int | None,
    at: datetime,
    detail: Mapping[str, Detail],
    previous_hash: str,
) -> str:
    """Give the SHA-256 of an entry as hex: canonical JSON of its content and the hash before it."""
    content = {
        "id": number,
        "act": act,
        "subject": subject,
        "person": person_id,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "detail": detail,
        "previous": previous_hash,
    }
    return hashlib.sha256(_CANONICAL.encode(content).encode()).hexdigest()


def hold_chain() -> None:
    """Hold the chain's last link until the act ends, so that acts which ask for it run one by one.

    Whoever decides on sums that other acts add to, such as the ledger, asks before it reads them.
    """
    hold_until_the_end(_LOCK)


@dataclass(frozen=True, slots=True)
class Line:
    """What an entry of the trail tells: the act, what it was done to, and on what basis."""

    act: str
    subject: str
    detail: Mapping[str, Detail]


def record_lines(lines: Iterable[Line], *, by: Person | None, at: datetime) -> None:
    """Write lines into the chain in their order: sealed in one pass, and written in one statement."""
    number, link = _last_link()
    moment, person_id = at.astimezone(UTC), by.id if by else None
    rows = []
    for line in lines:
        number, previous = number + 1, link
        link = seal(
            number=number,
            act=line.act,
            subject=line.subject,
            person_id=person_id,
            at=moment,
            detail=line.detail,
            previous_hash=previous,
        )
        rows.append(
            {
                "id": number,
                "act": line.act,
                "subject": line.subject,
                "person_id": person_id,
                "at": moment,
                "detail": line.detail,
                "previous_hash": previous,
                "hash": link,
            }
        )
    if rows:
        insert_all(_TRAIL, rows)
        of_this_act()[_LINK] = (number, link)


def record_all(
    act: str,
    entries: Sequence[tuple[str, Mapping[str, Detail]]],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Write one act on many subjects into the chain, an entry for each."""
    record_lines((Line(act, subject, detail) for subject, detail in entries), by=by, at=at)


def record(act: str, *, subject: str, by: Person | None, at: datetime, **detail: Detail) -> None:
    """Write an act into the chain. Call it inside the act's transaction; `by=None` is the system."""
    record_lines([Line(act, subject, detail)], by=by, at=at)


_TRAIL = cast("Table", AuditEntry.__table__)
_LAST = select(_TRAIL.c.id, _TRAIL.c.hash).order_by(_TRAIL.c.id.desc()).limit(1)
_LINK = "audit"


def _last_link() -> tuple[int, str]:
    """Give the number and hash of the last entry; asked once in an act, which holds the chain after."""
    known: tuple[int, str] | None = of_this_act().get(_LINK)
    if known is not None:
        return known
    db.session.flush()  # an act names what it made by ids that the next lines may tell of
    hold_chain()
    found = later(_LAST, {}).first()
    return (found[0], found[1]) if found else (0, BEGINNING)


def broken_links() -> Iterator[str]:
    """Walk the whole chain and name each entry that does not hold."""
    expected, previous = 1, BEGINNING
    for entry in _entries():
        if entry.id != expected:
            yield f"audit entry {expected} is missing before {entry.id}"
        if entry.previous_hash != previous:
            yield f"audit entry {entry.id} does not follow the one before it"
        found = seal(
            number=entry.id,
            act=entry.act,
            subject=entry.subject,
            person_id=entry.person_id,
            at=entry.at,
            detail=entry.detail,
            previous_hash=entry.previous_hash,
        )
        if found != entry.hash:
            yield f"audit entry {entry.id} was changed after it was sealed"
        expected, previous = entry.id + 1, entry.hash


def _entries() -> Iterator[Row[int, str, str, int | None, datetime, JsonValue, str, str]]:
    statement = select(
        AuditEntry.id,
        AuditEntry.act,
        AuditEntry.subject,
        AuditEntry.person_id,
        AuditEntry.at,
        AuditEntry.detail,
        AuditEntry.previous_hash,
        AuditEntry.hash,
    ).order_by(AuditEntry.id)
    yield from db.session.execute(statement, execution_options={"yield_per": _BATCH})
