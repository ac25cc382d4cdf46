"""Proposals as their pages show them: sums, states, and what is hidden from whom."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from accounts.models import Person
from applications.facts import lead_of
from assessments import queries
from assessments.explaining import explained
from assessments.models import Proposal, ProposalLine
from criteria import allocation
from criteria.allocation import Line
from criteria.deadlines import closing_moment
from foundation.money import NOTHING, Ore
from grants.models import Call


class ProposalState(StrEnum):
    """Where a proposal stands."""

    MADE = "made"
    CHOSEN = "chosen"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class CallState:
    """How far a call's cases have come. `ranked` can be ranked now; `left` is not finished."""

    closed: bool
    ranked: int
    left: int

    @property
    def can_rank(self) -> bool:
        """Tell whether a proposal can be run now."""
        return self.closed and self.ranked > 0


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in the list, with the proposal that is chosen, if any."""

    call: Call
    state: CallState
    chosen: Proposal | None


@dataclass(frozen=True, slots=True)
class Summed:
    """A proposal with its sums in øre and how many get something."""

    proposal: Proposal
    state: ProposalState
    asked: Ore
    granted: Ore
    left: Ore
    funded: int
    added: Ore = NOTHING
    """What an extra frame gives to all."""
    new: int = 0
    increased: int = 0
    """How many an extra frame brings in, and how many get more of it."""
    waiting: int = 0
    """How many of them were decided already when it was chosen."""

    @property
    def gap(self) -> Decimal | None:
        """How much more, at most, any other distribution could be worth, as a part of this one's worth."""
        it = self.proposal
        if it.worth is None or it.proven is None:
            return None
        return Decimal(it.proven - it.worth) / max(it.worth, 1)

    @property
    def worsening(self) -> allocation.Worsening | None:
        """Why more frame could leave somebody with less under this proposal's terms."""
        _ranking, terms = allocation.from_inputs(self.proposal.inputs["allocation"])
        return allocation.more_frame_can_worsen(terms)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with its lead. `hidden`: the case is closed to the reader, also its score and amount.

    `why` holds the numbers behind it.
    """

    line: ProposalLine
    lead: str
    hidden: bool
    why: Line


def state_of(call: Call, at: datetime) -> CallState:
    """Tell how far one call's cases have come."""
    ranked, left = queries.progress_of([call.round_id]).get(call.round_id, (0, 0))
    return CallState(at >= closing_moment(call.closes_on), ranked, left)


def call_rows(calls: list[Call], at: datetime) -> list[CallRow]:
    """Give each call with how far its cases have come. Two queries, however many there are."""
    ids = [call.round_id for call in calls]
    progress, chosen = queries.progress_of(ids), queries.chosen_in(ids)
    return [
        CallRow(
            call,
            CallState(at >= closing_moment(call.closes_on), *progress.get(call.round_id, (0, 0))),
            chosen.get(call.round_id),
        )
        for call in calls
    ]


def summed(proposal: Proposal) -> Summed:
    """Add a proposal up. Needs its lines."""
    granted = Ore(sum(line.amount for line in proposal.lines))
    return Summed(
        proposal=proposal,
        state=_state(proposal),
        asked=Ore(sum(line.asked for line in proposal.lines)),
        granted=granted,
        left=Ore(proposal.frame - granted),
        funded=sum(line.amount > NOTHING for line in proposal.lines),
        added=Ore(sum(line.added for line in proposal.lines)),
        new=sum(NOTHING < line.added == line.amount for line in proposal.lines),
        increased=sum(NOTHING < line.added < line.amount for line in proposal.lines),
        waiting=sum(line.supplements for line in proposal.lines),
    )


def line_rows(proposal: Proposal, person: Person) -> list[LineRow]:
    """Give the lines with their leads, and which of them are hidden from a person."""
    hidden, why = hidden_from(person, proposal.lines), explained(proposal)
    return [
        LineRow(
            line,
            lead_of(line.application).organisation.name,
            line.application_id in hidden,
            why[line.application_id],
        )
        for line in proposal.lines
    ]


def hidden_from(person: Person, lines: Iterable[ProposalLine]) -> frozenset[int]:
    """Give the cases among some lines that are closed to the person, also for want of a declaration."""
    return frozenset(queries.closed_to(person, {line.application_id for line in lines}))


def written_inputs(proposal: Proposal) -> str:
    """Write what a proposal was made from as JSON, with its fingerprint and what came out of it.

    `./tilsagn recompute` makes it again from this alone. Needs its lines.
    """
    found = {
        line.application_id: allocation.Result(line.amount, line.reason) for line in proposal.lines
    }
    content = {
        "proposal": proposal.id,
        "sha256": proposal.inputs_hash,
        **proposal.inputs,
        "lines": allocation.results(found),
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)


def _state(proposal: Proposal) -> ProposalState:
    if proposal.is_in_force:
        return ProposalState.CHOSEN
    return ProposalState.SUPERSEDED if proposal.chosen_at else ProposalState.MADE
