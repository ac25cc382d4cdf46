"""Where a complaint stands: derived from its facts, never stored."""

from enum import StrEnum

from criteria.appeal import Result, Ruling, Timeliness
from decisions.appeals.models import Complaint, ComplaintForwarding, ComplaintRuling


class ComplaintState(StrEnum):
    """How far a complaint has come."""

    DRAFT = "draft"
    LATE = "late"
    RECEIVED = "received"
    PREPARED = "prepared"
    REVERSAL_DRAFTED = "reversal_drafted"
    COMMENTS = "comments"
    TO_SEND = "to_send"
    AT_APPEAL_BODY = "at_appeal_body"
    TO_ACT_ON = "to_act_on"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    REVERSED = "reversed"
    REVERSED_IN_PART = "reversed_in_part"
    UPHELD = "upheld"
    REVERSED_ABOVE = "reversed_above"
    REJECTED_ABOVE = "rejected_above"


REVERSALS = frozenset({Ruling.REVERSE, Ruling.REVERSE_IN_PART})
CHANGES = frozenset({Result.REVERSED, Result.SENT_BACK})
"""The results that a new decision must follow."""

_ENDS = {
    Ruling.REJECT: ComplaintState.REJECTED,
    Ruling.REVERSE: ComplaintState.REVERSED,
    Ruling.REVERSE_IN_PART: ComplaintState.REVERSED_IN_PART,
}
_ENDS_ABOVE = {
    Result.UPHELD: ComplaintState.UPHELD,
    Result.REJECTED: ComplaintState.REJECTED_ABOVE,
    Result.REVERSED: ComplaintState.REVERSED_ABOVE,
    Result.SENT_BACK: ComplaintState.REVERSED_ABOVE,
}


def state_of(complaint: Complaint) -> ComplaintState:
    """Tell how far a complaint has come. Needs its rulings and its forwarding."""
    if complaint.submitted_at is None:
        return ComplaintState.DRAFT
    if complaint.withdrawn_at is not None:
        return ComplaintState.WITHDRAWN
    forwarding = complaint.forwarding
    if forwarding is not None:
        return _on_its_way(forwarding)
    ruling = latest_ruling(complaint)
    if ruling is None:
        late = complaint.came is not Timeliness.IN_TIME and complaint.leave is None
        return ComplaintState.LATE if late else ComplaintState.RECEIVED
    if ruling.confirmed_at is not None:
        return _ENDS[ruling.ruling]
    drafted = ruling.ruling in REVERSALS and ruling.decision_id is not None
    return ComplaintState.REVERSAL_DRAFTED if drafted else ComplaintState.PREPARED


def latest_ruling(complaint: Complaint) -> ComplaintRuling | None:
    """Give the ruling that counts: the newest. Needs the rulings."""
    return complaint.rulings[-1] if complaint.rulings else None


def _on_its_way(forwarding: ComplaintForwarding) -> ComplaintState:
    if forwarding.result is not None:
        waits = forwarding.result in CHANGES and forwarding.acted_at is None
        return ComplaintState.TO_ACT_ON if waits else _ENDS_ABOVE[forwarding.result]
    if forwarding.sent_at is not None:
        return ComplaintState.AT_APPEAL_BODY
    if forwarding.commented_at is not None:
        return ComplaintState.TO_SEND
    return ComplaintState.COMMENTS
