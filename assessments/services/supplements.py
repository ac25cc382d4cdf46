"""An extra frame: shared out over the reserve list of the chosen proposal, and chosen with a reason."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from assessments import choosing, running
from assessments.models import Proposal, ProposalLine
from assessments.queries.outdated import outdated_among
from assessments.queries.proposals import decided_among
from assessments.queries.supplements import room_for_extra, standing_of
from assessments.refusals import Refusal
from assessments.rights import require_words
from criteria.allocation.reserve import Extra
from criteria.allocation.supplement import (
    supplement_from,
    supplement_hash,
    supplement_inputs,
    supplemented,
)
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, format_kroner
from grants import queries as grants
from grants.models import Call


@dataclass(frozen=True, slots=True)
class ExtraFrame:
    """An extra frame in øre with how it is shared out, and where the money comes from in words."""

    extra: Extra
    basis: str


def propose_extra(call: Call, frame: ExtraFrame, *, by: Person, at: datetime) -> Proposal:
    """Share an extra frame out over the reserve list, as a proposal that builds on the chosen one.

    Nobody gets less than before. It changes nothing until it is chosen. Raises RuleBrokenError: nothing
    is chosen, the list is empty, the post has not so much left.
    """
    with transaction():
        basis = require_words(frame.basis)
        whole = locked(grants.call(call.round_id))
        chosen = _chosen(whole)
        _refuse_too_much(whole, chosen, frame.extra)
        choosing.refuse_hindered(by, [line.application_id for line in chosen.lines])
        standing = standing_of(chosen)
        lines = supplemented(standing, frame.extra)
        before = {line.application_id: line for line in chosen.lines}
        rows = running.lines_to_keep(
            lines, {number: line.rate_percent for number, line in before.items()}
        )
        for row in rows:
            row.added = Ore(row.amount - before[row.application_id].amount)
        if not any(row.added for row in rows):
            raise RuleBrokenError(Refusal.NOBODY_ON_RESERVE)
        proposal = Proposal(
            call_id=whole.id,
            frame=Ore(chosen.frame + frame.extra.frame),
            method=chosen.method,
            threshold=chosen.threshold,
            builds_on_id=chosen.id,
            extra=frame.extra.frame,
            extra_basis=basis,
            inputs=JsonValue(supplement_inputs(standing, frame.extra)),
            inputs_hash=supplement_hash(standing, frame.extra),
            made_at=at,
            made_by_id=by.id,
            call=whole,
            made_by=by,
            lines=rows,
        )
        db.session.add(proposal)
        db.session.flush()
        choosing.record_made(proposal, by, at)
    return proposal


def choose_extra(proposal: Proposal, *, reason: str, by: Person, at: datetime) -> None:
    """Choose what shares out an extra frame: it supersedes the proposal that it builds on.

    Cases that wait for a decision get their new amount as by any choice. Where the case is decided, what
    is added waits for a decision of its own. Raises RuleBrokenError when something has changed since.
    """
    with transaction():
        words = require_words(reason)
        call = locked(grants.call(proposal.call_id))
        locked(proposal)
        if proposal.chosen_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_CHOSEN)
        chosen = _chosen(call)
        _standing, extra = supplement_from(proposal.inputs)
        unchanged = chosen.id == proposal.builds_on_id and (
            supplement_hash(standing_of(chosen), extra) == proposal.inputs_hash
        )
        if not unchanged:
            raise RuleBrokenError(Refusal.PROPOSAL_OUTDATED)
        _refuse_too_much(call, chosen, extra)
        choosing.refuse_hindered(by, [line.application_id for line in proposal.lines])
        _mark_supplements(proposal.lines)
        choosing.put_in_force(proposal, chosen, words, by, at)


def _chosen(call: Call) -> Proposal:
    chosen = choosing.chosen_now(call)
    if chosen is None:
        raise RuleBrokenError(Refusal.NOTHING_CHOSEN)
    if outdated_among([chosen.id]):
        raise RuleBrokenError(Refusal.PROPOSAL_OUTDATED)
    return chosen


def _refuse_too_much(call: Call, chosen: Proposal, extra: Extra) -> None:
    room = room_for_extra(call, chosen)
    if not NOTHING < extra.frame <= room:
        raise RuleBrokenError(Refusal.EXTRA_TOO_LARGE, room=format_kroner(room))
    if extra.for_new is not None and extra.for_new > extra.frame:
        raise RuleBrokenError(Refusal.FOR_NEW_TOO_LARGE)


def _mark_supplements(lines: list[ProposalLine]) -> None:
    raised = [line for line in lines if line.added]
    decided = decided_among(line.application_id for line in raised)
    for line in raised:
        line.supplements = line.application_id in decided
