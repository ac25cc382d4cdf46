"""Where the line went in the proposal that was chosen: who was above it, who below, and how far."""

from sqlalchemy import Subquery, func, select

from assessments.models import Proposal, ProposalLine
from foundation.money import NOTHING


def placed() -> Subquery:
    """Give each case's place in the proposal in force, and the score of the last that it gives money.

    Columns: application_id, place, score, line_score (NULL where nobody got anything).
    """
    line = (
        select(ProposalLine.proposal_id, func.min(ProposalLine.score).label("line_score"))
        .where(ProposalLine.amount > NOTHING)
        .group_by(ProposalLine.proposal_id)
        .subquery("line")
    )
    return (
        select(
            ProposalLine.application_id, ProposalLine.place, ProposalLine.score, line.c.line_score
        )
        .join(Proposal, Proposal.id == ProposalLine.proposal_id)
        .outerjoin(line, line.c.proposal_id == ProposalLine.proposal_id)
        .where(Proposal.chosen_at.is_not(None), Proposal.superseded_at.is_(None))
        .subquery("placed")
    )
