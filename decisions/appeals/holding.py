"""Holding a complaint while an act decides: its case first, then the complaint, read anew."""

from accounts.models import Person, Role
from assessments.rights import require_unhindered
from decisions.appeals.models import (
    Complaint,
    ComplaintFile,
    ComplaintForwarding,
    ComplaintRuling,
)
from decisions.appeals.queries import whole
from decisions.appeals.refusals import Refusal
from decisions.appeals.states import latest_ruling
from decisions.holding import hold_call, hold_cases
from decisions.rights import require_role
from foundation.database import db, locked
from foundation.errors import RuleBrokenError, StaleError

_ROWS = (ComplaintFile, ComplaintForwarding, ComplaintRuling)


def hold(complaint: Complaint) -> Complaint:
    """Hold a complaint and its case until the act ends, and read its rows anew; persons stay loaded."""
    hold_cases([complaint.application])
    locked(complaint)
    for row in list(db.session):
        if isinstance(row, _ROWS) and row.complaint_id == complaint.id:
            db.session.expire(row)
    db.session.expire(complaint, ["files", "rulings", "forwarding"])
    return db.session.scalars(whole().where(Complaint.id == complaint.id)).unique().one()


def hold_draft(complaint: Complaint, *, seen: int | None = None) -> Complaint:
    """Hold a complaint that is not sent in. Raises RuleBrokenError, StaleError."""
    held = hold(complaint)
    if held.submitted_at is not None:
        raise RuleBrokenError(Refusal.NOT_A_DRAFT)
    if seen is not None and held.version != seen:
        raise StaleError
    return held


def hold_open(complaint: Complaint) -> Complaint:
    """Hold a complaint that was sent in and is not closed, with its round. Raises RuleBrokenError."""
    hold_call(complaint.application.call_id)
    held = hold(complaint)
    if not held.is_open:
        raise RuleBrokenError(Refusal.NOT_OPEN)
    return held


def require_officer(person: Person, role: Role, complaint: Complaint) -> None:
    """Refuse who does not hold the role now, and who is not past the gate of the case."""
    require_role(person, role)
    require_unhindered(person, complaint.application_id)


def unconfirmed(complaint: Complaint) -> ComplaintRuling:
    """Give the ruling that waits for a second person. Raises RuleBrokenError. Needs the rulings."""
    ruling = latest_ruling(complaint)
    if ruling is None or ruling.confirmed_at is not None:
        raise RuleBrokenError(Refusal.NOTHING_TO_CONFIRM)
    return ruling
