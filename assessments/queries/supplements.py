"""What an extra frame builds on: who can still get more, who gave back, and what the post has left."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from assessments.models import Proposal, ProposalLine
from assessments.queries.entrants import RANKABLE
from assessments.queries.proposals import in_force
from criteria.allocation import Result, from_inputs
from criteria.allocation.supplement import Standing
from criteria.procedure import Step
from foundation.database import db
from foundation.money import Ore
from grants import queries as grants
from grants.models import Call

ABLE = (*RANKABLE, Step.DECIDED, Step.AWARDED, Step.REFUSED, Step.ACCEPTED)
"""Where a case stands that can still get more."""
GAVE_BACK = (Step.WITHDRAWN, Step.DECLINED, Step.LAPSED)
"""Where a case stands that has left what it got."""


def standing_of(proposal: Proposal) -> Standing:
    """Give what an extra frame would come on top of now. Needs the proposal's lines."""
    ranking, terms = from_inputs(proposal.inputs["allocation"])
    steps = _steps(proposal)
    return Standing(
        ranking,
        terms,
        {line.application_id: Result(line.amount, line.reason) for line in proposal.lines},
        able=frozenset(number for number, step in steps.items() if step in ABLE),
        gone=frozenset(number for number, step in steps.items() if step in GAVE_BACK),
    )


def room_for_extra(call: Call, chosen: Proposal) -> Ore:
    """Tell how much more the call's post can give in its year. Needs the chosen proposal's lines.

    What is granted to the post, less what other rounds hold of it and what is proposed here to those that
    have not given it back.
    """
    money = grants.money_of(call)
    steps = _steps(chosen)
    held = sum(line.amount for line in chosen.lines if steps[line.application_id] not in GAVE_BACK)
    return Ore(max(0, money.granted - money.promised - _extras_of_others(call) - held))


def frame_of(call: Call) -> Ore:
    """Give what a round may hand out: its frame, with the extra frames that are chosen."""
    chosen = db.session.scalar(
        select(Proposal.frame).where(
            Proposal.call_id == call.round_id, Proposal.builds_on_id.is_not(None), in_force()
        )
    )
    return Ore(max(call.frame, chosen or 0))


def supplementary_lines(call: Call) -> list[ProposalLine]:
    """List what extra frames gave to cases that were decided already: `added` waits for its own decision.

    With the proposal, in the order the extra frames were chosen and then of the list.
    """
    return list(
        db.session.scalars(
            select(ProposalLine)
            .join(ProposalLine.proposal)
            .where(
                Proposal.call_id == call.round_id,
                Proposal.chosen_at.is_not(None),
                ProposalLine.supplements,
            )
            .options(joinedload(ProposalLine.proposal), joinedload(ProposalLine.application))
            .order_by(Proposal.id, ProposalLine.place)
        )
    )


def _steps(proposal: Proposal) -> dict[int, Step]:
    rows = db.session.execute(
        select(Application.id, Application.step)
        .join(ProposalLine, ProposalLine.application_id == Application.id)
        .where(ProposalLine.proposal_id == proposal.id)
    )
    return dict(rows.all())


def _extras_of_others(call: Call) -> int:
    """Sum the extra frames that other rounds of the same post and year have chosen."""
    total = db.session.scalar(
        select(func.coalesce(func.sum(Proposal.frame - Call.frame), 0))
        .join(Proposal.call)
        .where(
            Call.budget_post_id == call.budget_post_id,
            Call.first_year == call.first_year,
            Call.id != call.round_id,
            Proposal.builds_on_id.is_not(None),
            Proposal.frame > Call.frame,
            in_force(),
        )
    )
    return int(total or 0)
