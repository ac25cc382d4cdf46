"""What every act on proposals shares: who may, what stands in the way, and what a choice brings with it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments import consequences
from assessments.models import Proposal, ProposalLine
from assessments.queries.entrants import RANKABLE
from assessments.queries.hindrances import known_hindrances
from assessments.queries.proposals import in_force
from assessments.refusals import Refusal
from criteria.deadlines import closing_moment
from criteria.procedure import Act
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore, format_kroner
from foundation.wording import format_day
from grants.models import Call


def refuse_too_early(call: Call, at: datetime) -> None:
    """Refuse while somebody can still hand in."""
    if at < closing_moment(call.closes_on):
        raise RuleBrokenError(Refusal.CALL_STILL_OPEN, closes_on=format_day(call.closes_on))


def refuse_beyond_frame(call: Call, frame: Ore | None) -> Ore:
    """Give the frame that is tried; refuse one that is above the call's own."""
    if frame is not None and not 0 < frame <= call.frame:
        raise RuleBrokenError(Refusal.FRAME_TOO_LARGE, frame=format_kroner(call.frame))
    return Ore(call.frame) if frame is None else frame


def refuse_unfit(person: Person, cases: list[int]) -> None:
    """Refuse a ranking of nothing, and who is known to be hindered from one of the cases."""
    if not cases:
        raise RuleBrokenError(Refusal.NOTHING_TO_RANK)
    refuse_hindered(person, cases)


def refuse_hindered(person: Person, applications: Iterable[int]) -> None:
    """Refuse who is known to be hindered from one of the cases: they compete for the same money."""
    for _, application_id in sorted(known_hindrances([person.id], list(applications))):
        case = db.session.scalars(
            select(Application.case_number).where(Application.id == application_id)
        ).one()
        raise RuleBrokenError(Refusal.HINDERED_IN_CALL, case=case)


def record_made(proposal: Proposal, by: Person, at: datetime) -> None:
    """Write into the trail that a proposal is made."""
    audit.record(
        "proposal.made", subject=f"call:{proposal.call_id}", by=by, at=at,
        proposal=proposal.id, frame=proposal.frame, inputs=proposal.inputs_hash,
    )  # fmt: skip


def chosen_now(call: Call) -> Proposal | None:
    """Give the proposal that is chosen in a call with its lines, inside the act that holds the call."""
    return db.session.scalars(
        select(Proposal)
        .where(Proposal.call_id == call.id, in_force())
        .options(selectinload(Proposal.lines))
    ).first()


def put_in_force(
    proposal: Proposal, earlier: Proposal | None, words: str, by: Person, at: datetime
) -> None:
    """Let a proposal supersede the one before it, and its cases that nobody has decided be proposed."""
    if earlier is not None:
        earlier.superseded_at = at
        db.session.flush()  # one choice a call at a time, also to the database
    proposal.chosen_at, proposal.chosen_by_id = at, by.id
    proposal.chosen_by, proposal.chosen_reason = by, words
    _propose_cases(proposal, by, at)
    audit.record(
        "proposal.chosen", subject=f"call:{proposal.call_id}", by=by, at=at,
        proposal=proposal.id, reason=words,
    )  # fmt: skip
    for follows in consequences.on_chosen:
        follows(proposal, by=by, at=at)


def _propose_cases(proposal: Proposal, by: Person, at: datetime) -> None:
    """Move every case of a proposal that waits for a decision, held and read anew, in the list's order."""
    lines = db.session.execute(
        select(Application, ProposalLine.place)
        .join(ProposalLine, ProposalLine.application_id == Application.id)
        .where(ProposalLine.proposal_id == proposal.id, Application.step.in_(RANKABLE))
        .order_by(ProposalLine.place)
        .with_for_update(of=Application, key_share=True)
        .execution_options(populate_existing=True)
    )
    journal.move_all(
        [(application, {"proposal": proposal.id, "place": place}) for application, place in lines],
        Act.PROPOSE, by=by, at=at,
    )  # fmt: skip
