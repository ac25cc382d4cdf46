"""The reserve list as its page shows it."""

from dataclasses import dataclass

from accounts.models import Person
from applications.facts import lead_of
from assessments import proposing, queries
from assessments.models import Proposal, ProposalLine
from criteria.allocation.reserve import Reserve
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class ReserveRow:
    """One on the reserve list: `number` in line, and what it can get on top of what it has."""

    number: int
    line: ProposalLine
    lead: str
    reserve: Reserve
    more: Ore
    hidden: bool


def rows(proposal: Proposal, person: Person) -> list[ReserveRow]:
    """List who more money could help now, in the order of the list. Needs the proposal whole."""
    lines = {line.application_id: line for line in proposal.lines}
    hidden = proposing.hidden_from(person, proposal.lines)
    return [
        ReserveRow(
            number=number,
            line=lines[one.application],
            lead=lead_of(lines[one.application].application).organisation.name,
            reserve=one,
            more=Ore(one.most - one.has),
            hidden=one.application in hidden,
        )
        for number, one in enumerate(queries.standing_of(proposal).reserves, start=1)
    ]
