"""Proposals: the ranked list under a call's frame, made anew each time, and the choice of one."""

from datetime import datetime

from accounts.models import Person
from assessments import choosing, running
from assessments.models import Proposal
from assessments.queries.proposals import first_decided_in
from assessments.refusals import Refusal
from assessments.rights import require_words
from criteria import allocation
from criteria.allocation import Selection
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants import queries as grants
from grants.models import Call


def make_proposal(call: Call, *, frame: Ore | None = None, by: Person, at: datetime) -> Proposal:
    """Rank what has been assessed in a call and share out its frame, or a smaller one, down the list.

    Only after the deadline, when nobody can hand in any more, and never by who is known to be
    hindered from one of the cases: they compete for the same money. Each run adds a proposal with
    all it was made from; what is not finished cannot be ranked, and is told in it.
    """
    with transaction():
        whole = grants.call(call.round_id)
        choosing.refuse_too_early(whole, at)
        share = choosing.refuse_beyond_frame(whole, frame)
        basis = running.gathered(whole, share, Selection.DOWN_THE_LIST)
        choosing.refuse_unfit(by, basis.cases)
        lines = allocation.allocate(basis.ranking, basis.terms)
        proposal = Proposal(
            call_id=whole.id,
            frame=basis.terms.frame,
            method=basis.terms.method,
            threshold=basis.terms.threshold,
            inputs=basis.inputs(),
            inputs_hash=basis.fingerprint,
            made_at=at,
            made_by_id=by.id,
            call=whole,
            made_by=by,
            lines=running.lines_to_keep(lines, basis.rates),
        )
        db.session.add(proposal)
        db.session.flush()
        choosing.record_made(proposal, by, at)
    return proposal


def choose_proposal(proposal: Proposal, *, reason: str, by: Person, at: datetime) -> None:
    """Choose a proposal for a call: its cases are proposed for decision with its amounts.

    A later choice supersedes an earlier one as long as nothing in it has been decided. A proposal
    that no longer builds on what the cases hold now cannot be chosen; a new one must be made. What
    shares out an extra frame is chosen by `choose_extra`.
    """
    with transaction():
        words = require_words(reason)
        call = locked(grants.call(proposal.call_id))
        locked(proposal)
        if proposal.chosen_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_CHOSEN)
        if proposal.builds_on_id is not None:
            raise RuleBrokenError(Refusal.BUILDS_ON_ANOTHER)
        earlier = choosing.chosen_now(call)
        _refuse_decided(proposal, earlier)
        choosing.refuse_hindered(by, [line.application_id for line in proposal.lines])
        if _fingerprint_now(proposal, call) != proposal.inputs_hash:
            raise RuleBrokenError(Refusal.PROPOSAL_OUTDATED)
        choosing.put_in_force(proposal, earlier, words, by, at)


def _refuse_decided(*proposals: Proposal | None) -> None:
    for proposal in proposals:
        decided = first_decided_in(proposal) if proposal is not None else None
        if decided is not None:
            raise RuleBrokenError(Refusal.ALREADY_DECIDED, case=decided.case_number)


def _fingerprint_now(proposal: Proposal, call: Call) -> str:
    return running.gathered(call, Ore(proposal.frame), proposal.selection).fingerprint
