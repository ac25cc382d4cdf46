"""Addresses that e-mail does not reach: noted inside an act, or read from delivery reports (RFC 3464)."""

from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from typing import NamedTuple

from accounts import audit
from accounts.models import Person
from accounts.notices.models import BounceSource, DeadAddress
from accounts.notices.queries import is_dead, living_mark
from foundation import mail
from foundation.database import db

LONGEST_REASON = 500
LONGEST_ADDRESS = 200


class Failed(NamedTuple):
    """A recipient that a delivery report says was not reached, and what the report says."""

    address: str
    reason: str


def note_bounce(
    email: str, source: BounceSource, reason: str, *, by: Person | None = None, at: datetime
) -> DeadAddress:
    """Mark an address as dead, inside an act; one that is marked keeps its mark."""
    address = email.strip().lower()[:LONGEST_ADDRESS]
    known = living_mark(address)
    if known is not None:
        return known
    mark = DeadAddress(
        email=address,
        source=source,
        reason=" ".join(reason.split())[:LONGEST_REASON],
        reported_at=at,
        reported_by_id=by.id if by else None,
    )
    db.session.add(mark)
    db.session.flush()  # the audit entry names it by id
    audit.record(
        "address.dead", subject=f"dead_address:{mark.id}", by=by, at=at, source=source.value
    )
    return mark


def failed_recipients(message: Message) -> Iterator[Failed]:
    """Give the recipients that a report says will never be reached: action failed, status 5.x.x.

    A message that is no report gives none, and so does a delay.
    """
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else ():
            failed = _failed(block) if isinstance(block, Message) else None
            if failed is not None:
                yield failed


def _failed(block: Message) -> Failed | None:
    """Read the fields of one recipient; the block about the whole message has no recipient."""
    recipient = block.get("Original-Recipient") or block.get("Final-Recipient")
    action = str(block.get("Action", "")).strip().lower()
    status = str(block.get("Status", "")).strip()
    if recipient is None or action != "failed" or not status.startswith("5"):
        return None
    address = str(recipient).rpartition(";")[2].strip().strip("<>").lower()
    said = str(block.get("Diagnostic-Code", "")).rpartition(";")[2].strip()
    return Failed(address, f"{status} {said}".strip()) if "@" in address else None


def _refused(address: str, reason: str, at: datetime) -> None:
    note_bounce(address, BounceSource.REFUSED, reason, at=at)


def register() -> None:
    """Let the sender of mail ask which addresses are dead, and tell of new ones."""
    mail.keep_addresses(is_dead=is_dead, bounced=_refused)
