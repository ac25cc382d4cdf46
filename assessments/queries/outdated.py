"""Proposals that no longer build on what their cases hold: a score or an approved budget is newer."""

from collections.abc import Collection

from sqlalchemy import or_, select

from applications.models import Application
from assessments.approval.models import ApprovedBudget
from assessments.models import Proposal, ProposalLine, Score
from criteria.procedure import Step
from foundation.database import db


def outdated_among(proposals: Collection[int]) -> frozenset[int]:
    """Give those of some proposals in which a case has changed since they were made. One question.

    Its cases compete for the same money, so none of them can be decided by it then.
    """
    newer_score = select(Score.id).where(
        Score.application_id == ProposalLine.application_id, Score.computed_at > Proposal.made_at
    )
    newer_budget = select(ApprovedBudget.id).where(
        ApprovedBudget.application_id == ProposalLine.application_id,
        ApprovedBudget.approved_at > Proposal.made_at,
    )
    return frozenset(
        db.session.scalars(
            select(Proposal.id)
            .join(ProposalLine, ProposalLine.proposal_id == Proposal.id)
            .join(Application, Application.id == ProposalLine.application_id)
            .where(
                Proposal.id.in_(proposals),
                or_(
                    newer_score.exists(),
                    newer_budget.exists(),
                    Application.step == Step.ELIGIBLE,
                ),
            )
        )
    )
