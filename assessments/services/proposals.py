"""Proposals: the ranked list under a call's frame, made anew each time, and the choice of one."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments import consequences
from assessments.models import Proposal, ProposalLine
from assessments.queries.entrants import Entrant, entrants_of
from assessments.queries.hindrances import known_hindrances
from assessments.queries.proposals import (
    first_decided_in,
    unfinished_in,
)
from assessments.refusals import Refusal
from assessments.rights import require_words
from criteria import allocation
from criteria.deadlines import closing_moment
from criteria.procedure import Act
from criteria.ranking import Ranked, rank
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore, format_kroner
from foundation.wording import format_day
from grants import queries as grants
from grants.models import Call
from grants.rules import terms_of


def make_proposal(call: Call, *, frame: Ore | None = None, by: Person, at: datetime) -> Proposal:
    """Rank what has been assessed in a call and share out its frame, or a smaller one.

    Only after the deadline, when nobody can hand in any more, and never by who is known to be
    hindered from one of the cases: they compete for the same money. Each run adds a proposal with
    all it was made from; what is not finished cannot be ranked, and is told in it.
    """
    with transaction():
        whole = grants.call(call.round_id)
        if at < closing_moment(whole.closes_on):
            raise RuleBrokenError(Refusal.CALL_STILL_OPEN, closes_on=format_day(whole.closes_on))
        if frame is not None and not 0 < frame <= whole.frame:
            raise RuleBrokenError(Refusal.FRAME_TOO_LARGE, frame=format_kroner(whole.frame))
        entrants = entrants_of(whole)
        if not entrants:
            raise RuleBrokenError(Refusal.NOTHING_TO_RANK)
        _refuse_hindered(by, [one.candidate.application for one in entrants])
        terms = terms_of(whole, whole.frame if frame is None else frame)
        proposal = _proposal(whole, entrants, terms, by, at)
        db.session.add(proposal)
        db.session.flush()
        audit.record(
            "proposal.made", subject=f"call:{whole.id}", by=by, at=at,
            proposal=proposal.id, frame=terms.frame, inputs=proposal.inputs_hash,
        )  # fmt: skip
    return proposal


def choose_proposal(proposal: Proposal, *, reason: str, by: Person, at: datetime) -> None:
    """Choose a proposal for a call: its cases are proposed for decision with its amounts.

    A later choice supersedes an earlier one as long as nothing in it has been decided. A proposal
    that no longer builds on what the cases hold now cannot be chosen; a new one must be made.
    """
    with transaction():
        words = require_words(reason)
        call = locked(grants.call(proposal.call_id))
        locked(proposal)
        if proposal.chosen_at is not None:
            raise RuleBrokenError(Refusal.ALREADY_CHOSEN)
        earlier = _chosen_in(call)
        _refuse_decided(proposal, earlier)
        _refuse_hindered(by, [line.application_id for line in proposal.lines])
        if _fingerprint_now(proposal, call) != proposal.inputs_hash:
            raise RuleBrokenError(Refusal.PROPOSAL_OUTDATED)
        if earlier is not None:
            earlier.superseded_at = at
            db.session.flush()  # one choice a call at a time, also to the database
        proposal.chosen_at, proposal.chosen_by_id = at, by.id
        proposal.chosen_by, proposal.chosen_reason = by, words
        _propose_cases(proposal, by, at)
        audit.record(
            "proposal.chosen", subject=f"call:{call.id}", by=by, at=at,
            proposal=proposal.id, reason=words,
        )  # fmt: skip
        for follows in consequences.on_chosen:
            follows(proposal, by=by, at=at)


def _proposal(
    call: Call, entrants: list[Entrant], terms: allocation.Terms, by: Person, at: datetime
) -> Proposal:
    ranking = rank((one.candidate for one in entrants), terms.ties)
    rates = {one.candidate.application: one.rate_percent for one in entrants}
    return Proposal(
        call_id=call.id,
        frame=terms.frame,
        method=terms.method,
        threshold=terms.threshold,
        inputs=_inputs(call, ranking, terms, rates),
        inputs_hash=allocation.inputs_hash(ranking, terms),
        made_at=at,
        made_by_id=by.id,
        call=call,
        made_by=by,
        lines=[_line(one, rates) for one in allocation.allocate(ranking, terms)],
    )


def _inputs(
    call: Call, ranking: tuple[Ranked, ...], terms: allocation.Terms, rates: dict[int, int]
) -> JsonValue:
    """Keep what the proposal was made from, so that anyone can make it again."""
    return JsonValue(
        allocation=allocation.inputs(ranking, terms),
        rates={str(application): percent for application, percent in rates.items()},
        left_out=[
            {"application": one.id, "case_number": one.case_number, "step": one.step.value}
            for one in unfinished_in(call.id)
        ],
    )


def _line(line: allocation.Line, rates: dict[int, int]) -> ProposalLine:
    return ProposalLine(
        application_id=line.application,
        place=line.place,
        score=line.score,
        asked=line.asked,
        rate_percent=rates[line.application],
        amount=line.amount,
        reason=line.reason,
    )


def _chosen_in(call: Call) -> Proposal | None:
    return db.session.scalars(
        select(Proposal).where(
            Proposal.call_id == call.id,
            Proposal.chosen_at.is_not(None),
            Proposal.superseded_at.is_(None),
        )
    ).first()


def _refuse_decided(*proposals: Proposal | None) -> None:
    for proposal in proposals:
        decided = first_decided_in(proposal) if proposal is not None else None
        if decided is not None:
            raise RuleBrokenError(Refusal.ALREADY_DECIDED, case=decided.case_number)


def _refuse_hindered(person: Person, applications: list[int]) -> None:
    for _, application_id in sorted(known_hindrances([person.id], applications)):
        case = db.session.scalars(
            select(Application.case_number).where(Application.id == application_id)
        ).one()
        raise RuleBrokenError(Refusal.HINDERED_IN_CALL, case=case)


def _fingerprint_now(proposal: Proposal, call: Call) -> str:
    terms = terms_of(call, proposal.frame)
    ranking = rank((one.candidate for one in entrants_of(call)), terms.ties)
    return allocation.inputs_hash(ranking, terms)


def _propose_cases(proposal: Proposal, by: Person, at: datetime) -> None:
    """Move every case of a proposal, held and read anew, in the order of the list."""
    lines = db.session.execute(
        select(Application, ProposalLine.place)
        .join(ProposalLine, ProposalLine.application_id == Application.id)
        .where(ProposalLine.proposal_id == proposal.id)
        .order_by(ProposalLine.place)
        .with_for_update(of=Application, key_share=True)
        .execution_options(populate_existing=True)
    )
    for application, place in lines:
        journal.move(application, Act.PROPOSE, by=by, at=at, proposal=proposal.id, place=place)
