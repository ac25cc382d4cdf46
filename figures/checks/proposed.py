"""Checks of proposals: made again from what they were made from, they are the same."""

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from assessments.models import Proposal, ProposalRun
from assessments.proposing import written_inputs
from assessments.solving import is_as_good
from criteria import allocation
from criteria.allocation import Selection
from criteria.allocation.supplement import supplement_from, supplement_hash, supplemented
from criteria.ranking import Ranked
from foundation.database import db


def wrong_proposals() -> Iterator[str]:
    """Make each proposal again from its stored inputs and name those that come out otherwise.

    A list and an extra frame are shared out again. Of a best combination it is proven again that it keeps
    every rule and that no other is worth more: another version of the solver may choose another as good.
    """
    proposals = db.session.scalars(
        select(Proposal).options(selectinload(Proposal.lines)).order_by(Proposal.id)
    )
    for proposal in proposals:
        if _fingerprint(proposal) != proposal.inputs_hash:
            yield f"proposal {proposal.id} has other inputs than its hash says"
        if proposal.builds_on_id is not None:
            yield from _wrong_supplement(proposal)
        elif proposal.selection is Selection.OPTIMUM:
            yield from _wrong_optimum(proposal)
        elif _lines(allocation.allocate(*_made_from(proposal))) != _kept(proposal):
            yield f"proposal {proposal.id} comes out otherwise when it is made again"


def wrong_runs() -> Iterator[str]:
    """Name searches whose proposal is made from something else than what was asked about."""
    rows = db.session.execute(
        select(ProposalRun.id, ProposalRun.proposal_id)
        .join(Proposal, Proposal.id == ProposalRun.proposal_id)
        .where(
            (Proposal.inputs_hash != ProposalRun.inputs_hash)
            | (Proposal.selection != Selection.OPTIMUM)
        )
        .order_by(ProposalRun.id)
    )
    for run, proposal in rows:
        yield f"search {run} asked for something else than proposal {proposal} is made from"


def _wrong_supplement(proposal: Proposal) -> Iterator[str]:
    standing, extra = supplement_from(proposal.inputs)
    if _lines(supplemented(standing, extra)) != _kept(proposal):
        yield f"proposal {proposal.id} comes out otherwise when its extra frame is shared out again"
    for line in proposal.lines:
        if line.amount - line.added != standing.before[line.application_id].amount:
            yield f"proposal {proposal.id} adds {line.added} to something else than what was there"
    if sum(line.added for line in proposal.lines) > proposal.extra:
        yield f"proposal {proposal.id} adds more than its extra frame of {proposal.extra} øre"


def _wrong_optimum(proposal: Proposal) -> Iterator[str]:
    content = json.loads(written_inputs(proposal))
    if not is_as_good(content["allocation"], content["lines"]):
        yield f"proposal {proposal.id} breaks a rule, or another combination is worth more"


def _fingerprint(proposal: Proposal) -> str:
    if proposal.builds_on_id is not None:
        return supplement_hash(*supplement_from(proposal.inputs))
    return allocation.inputs_hash(*_made_from(proposal))


def _made_from(proposal: Proposal) -> tuple[tuple[Ranked, ...], allocation.Terms]:
    return allocation.from_inputs(proposal.inputs["allocation"])


def _lines(lines: tuple[allocation.Line, ...]) -> list[tuple[int, int]]:
    return [(one.application, one.amount) for one in lines]


def _kept(proposal: Proposal) -> list[tuple[int, int]]:
    return [(one.application_id, one.amount) for one in proposal.lines]
