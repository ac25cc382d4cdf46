"""What complaints have to say when a decision is signed, published or about to lapse."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications import journal
from decisions import consequences
from decisions.appeals.models import Complaint
from decisions.appeals.notes import AppealNote
from decisions.appeals.queries import disputed_among, is_open, versions_of
from decisions.appeals.states import CHANGES, REVERSALS, latest_ruling
from decisions.models import Decision, DecisionKind
from decisions.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError


def unbacked(reversals: Sequence[Decision]) -> frozenset[int]:
    """Give the ids of those reversals that no open complaint stands behind any more."""
    return frozenset(one.id for one in reversals if not _behind(one))


def settle(decisions: Sequence[Decision], *, by: Person, at: datetime) -> None:
    """Close the complaints that published reversals answer; their signatures confirm the findings."""
    del by
    for decision in decisions:
        if decision.kind is DecisionKind.REVERSAL:
            _settle(decision, at)


def _settle(decision: Decision, at: datetime) -> None:
    for complaint in _behind(decision):
        ruling, forwarding = latest_ruling(complaint), complaint.forwarding
        if forwarding is not None:
            forwarding.acted_at = at
        elif ruling is not None:
            ruling.confirmed_at, ruling.confirmed_by_id = at, decision.signed_by_id
        complaint.closed_at = at
        journal.note(
            decision.application, AppealNote.ANSWERED, by=None, at=at, public=True,
            complaint=complaint.id, organisation=complaint.organisation.name,
        )  # fmt: skip


def refuse_disputed(decision: Decision) -> None:
    """Keep an award from lapsing while a complaint in its case is open. Raises RuleBrokenError."""
    if disputed_among([decision.application_id]):
        raise RuleBrokenError(Refusal.COMPLAINT_IS_OPEN)


def register() -> None:
    """Let complaints be heard when decisions are made. Called once, when the app is built."""
    if unbacked not in consequences.on_signing:
        consequences.on_signing.append(unbacked)
    if settle not in consequences.on_published:
        consequences.on_published.append(settle)
    if refuse_disputed not in consequences.before_lapse:
        consequences.before_lapse.append(refuse_disputed)


def _behind(reversal: Decision) -> list[Complaint]:
    """Give the open complaints whose finding, or whose result above, drafted this decision."""
    versions = versions_of(reversal)
    complaints = db.session.scalars(
        select(Complaint)
        .where(Complaint.application_id == reversal.application_id, is_open())
        .options(
            joinedload(Complaint.organisation),
            selectinload(Complaint.rulings),
            joinedload(Complaint.forwarding),
        )
        .order_by(Complaint.id)
    )
    return [one for one in complaints if _drafted_by(one) in versions]


def _drafted_by(complaint: Complaint) -> int | None:
    forwarding, ruling = complaint.forwarding, latest_ruling(complaint)
    if forwarding is not None:
        return forwarding.decision_id if forwarding.result in CHANGES else None
    if ruling is None or ruling.ruling not in REVERSALS:
        return None
    return ruling.decision_id
