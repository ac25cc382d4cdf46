"""The best combination under a call's rules: asked for by a person, found in the background, kept."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from assessments import choosing, running
from assessments.models import Proposal, ProposalRun, RunFailure
from assessments.solving import FIND, Solved, run_subject
from criteria.allocation import Selection, from_inputs
from foundation import outbox
from foundation.database import db, locked, transaction
from foundation.money import Ore
from grants import queries as grants
from grants.models import Call


def ask_for_optimum(
    call: Call, *, frame: Ore | None = None, by: Person, at: datetime
) -> ProposalRun:
    """Ask for the combination of a call's cases that gives most under its frame, or a smaller one.

    The same may ask as may make a proposal, and it is made from what the cases hold now.
    """
    with transaction():
        whole = grants.call(call.round_id)
        choosing.refuse_too_early(whole, at)
        share = choosing.refuse_beyond_frame(whole, frame)
        basis = running.gathered(whole, share, Selection.OPTIMUM)
        choosing.refuse_unfit(by, basis.cases)
        run = ProposalRun(
            call_id=whole.id,
            frame=share,
            inputs=basis.inputs(),
            inputs_hash=basis.fingerprint,
            asked_at=at,
            asked_by_id=by.id,
        )
        db.session.add(run)
        db.session.flush()
        outbox.put(FIND, subject=run_subject(run.id), at=at, run=run.id)
        audit.record(
            "proposal.asked", subject=f"call:{whole.id}", by=by, at=at,
            run=run.id, frame=share, inputs=basis.fingerprint,
        )  # fmt: skip
    return run


def keep_optimum(
    run: ProposalRun, found: Solved | RunFailure, *, by: Person, at: datetime
) -> None:
    """Keep what was found for who asked as a proposal, or why nothing was. A second time does nothing."""
    with transaction():
        if locked(run).done_at is not None:
            return
        if isinstance(found, RunFailure):
            run.done_at, run.failure = at, found
            return
        proposal = _proposal(run, found, by, at)
        db.session.add(proposal)
        db.session.flush()
        run.done_at, run.proposal_id = at, proposal.id
        choosing.record_made(proposal, by, at)


def _proposal(run: ProposalRun, found: Solved, by: Person, at: datetime) -> Proposal:
    _ranking, terms = from_inputs(run.inputs["allocation"])
    return Proposal(
        call_id=run.call_id,
        frame=run.frame,
        method=terms.method,
        selection=terms.selection,
        aim=terms.aim,
        solver=found.solver,
        worth=found.worth,
        proven=found.bound,
        threshold=terms.threshold,
        inputs=run.inputs,
        inputs_hash=run.inputs_hash,
        made_at=at,
        made_by_id=by.id,
        made_by=by,
        lines=running.lines_to_keep(found.lines, running.rates_in(run.inputs)),
    )
