"""Acts on notices: what a person chooses, and which addresses are dead."""

import re
from collections.abc import Mapping
from datetime import datetime

from accounts import audit
from accounts.models import Person
from accounts.notices.bounces import LONGEST_ADDRESS, note_bounce
from accounts.notices.models import BounceSource, DeadAddress, Frequency, NoticeChoice, Topic
from accounts.notices.refusals import NoticeRefusal
from accounts.notices.sending import MUST_BE_SENT
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def choose_notices(
    person: Person, choices: Mapping[Topic, Frequency], *, by: Person, at: datetime
) -> None:
    """Keep how often a person wants to be told about each topic.

    Raises RuleBrokenError for a topic that must be sent.
    """
    with transaction():
        if any(topic in MUST_BE_SENT for topic in choices):
            raise RuleBrokenError(NoticeRefusal.MUST_BE_SENT)
        locked(person)
        for topic, frequency in choices.items():
            kept = db.session.get(NoticeChoice, (person.id, topic))
            if kept is None:
                kept = NoticeChoice(person_id=person.id, topic=topic)
                db.session.add(kept)
            kept.frequency, kept.chosen_at = frequency, at
        audit.record(
            "person.notices_chosen", subject=f"person:{person.id}", by=by, at=at,
            **{topic.value: frequency.value for topic, frequency in choices.items()},
        )  # fmt: skip


def mark_dead(email: str, *, reason: str, by: Person, at: datetime) -> DeadAddress:
    """Mark an address as one that e-mail does not reach. Marked twice is marked once."""
    with transaction():
        address = email.strip().lower()
        if not ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS:
            raise RuleBrokenError(NoticeRefusal.NOT_AN_ADDRESS)
        if not reason.strip():
            raise RuleBrokenError(NoticeRefusal.REASON_MISSING)
        marked = note_bounce(address, BounceSource.PERSON, reason, by=by, at=at)
    return marked


def take_in_bounce(email: str, *, reason: str, by: Person | None, at: datetime) -> DeadAddress:
    """Mark an address that a delivery report says is dead (RFC 3464)."""
    with transaction():
        marked = note_bounce(email, BounceSource.REPORT, reason, by=by, at=at)
    return marked


def clear_address(mark: DeadAddress, *, by: Person, at: datetime) -> None:
    """Take an address into use again; what was known of it stays."""
    with transaction():
        if locked(mark).cleared_at is None:
            mark.cleared_at, mark.cleared_by_id = at, by.id
            audit.record("address.cleared", subject=f"dead_address:{mark.id}", by=by, at=at)
