"""Checks of proposals and decisions: made again from what they were made from, they are the same."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from assessments.models import Proposal, ProposalLine
from criteria import allocation
from decisions.content import fingerprint
from decisions.models import Decision, DecisionYear
from decisions.queries import grounds_of
from foundation.database import db

_BATCH = 200


def wrong_proposals() -> Iterator[str]:
    """Make each proposal again from its stored inputs and name those that come out otherwise."""
    proposals = db.session.scalars(
        select(Proposal).options(selectinload(Proposal.lines)).order_by(Proposal.id)
    )
    for proposal in proposals:
        ranking, terms = allocation.from_inputs(proposal.inputs["allocation"])
        if allocation.inputs_hash(ranking, terms) != proposal.inputs_hash:
            yield f"proposal {proposal.id} has other inputs than its hash says"
        again = [(one.application, one.amount) for one in allocation.allocate(ranking, terms)]
        if again != [(one.application_id, one.amount) for one in proposal.lines]:
            yield f"proposal {proposal.id} comes out otherwise when it is made again"


def wrong_decisions() -> Iterator[str]:
    """Name decisions whose years are not their amount, and signatures that no longer fit."""
    years = (
        select(DecisionYear.decision_id, func.sum(DecisionYear.amount).label("amount"))
        .group_by(DecisionYear.decision_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Decision.id, Decision.amount, years.c.amount)
        .outerjoin(years, years.c.decision_id == Decision.id)
        .where(func.coalesce(years.c.amount, 0) != Decision.amount)
        .order_by(Decision.id)
    )
    for decision, amount, total in rows:
        yield f"decision {decision} of {amount} øre has years of {total or 0}"
    yield from _unfit_signatures()


def _unfit_signatures() -> Iterator[str]:
    signed = db.session.scalars(
        select(Decision.id).where(Decision.signed_at.is_not(None)).order_by(Decision.id)
    ).all()
    for start in range(0, len(signed), _BATCH):
        decisions = db.session.scalars(
            select(Decision)
            .where(Decision.id.in_(signed[start : start + _BATCH]))
            .options(
                joinedload(Decision.application),
                joinedload(Decision.proposal_line).joinedload(ProposalLine.proposal),
                selectinload(Decision.years),
            )
            .order_by(Decision.id)
        ).all()
        grounds = grounds_of([one.application_id for one in decisions])
        for one in decisions:
            if fingerprint(one, grounds[one.application_id]) != one.content_hash:
                yield f"decision {one.id} is not what was signed"
