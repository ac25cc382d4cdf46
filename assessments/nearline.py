"""The cases of a proposal that are so near where the money ran out that they should be read once more."""

from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Person
from assessments import queries
from assessments.models import Proposal, ProposalLine
from assessments.proposing import hidden_from
from assessments.staffing import ASSESSORS
from criteria.procedure import Step
from criteria.reading import is_near, line_of
from foundation.money import NOTHING
from grants.models import Call
from grants.rules import reading_limits


@dataclass(frozen=True, slots=True)
class NearLine:
    """The line, how near is near, and the cases that a third can read. No line: all or none get some."""

    line: Decimal | None
    within: int | None
    lines: tuple[ProposalLine, ...]


def near_the_line(proposal: Proposal, call: Call, person: Person) -> NearLine:
    """Give the cases near a proposal's line that two have read and that are still proposed.

    Needs the proposal whole and the call's rules. A case the person may not handle is left out.
    """
    within = reading_limits(call).near
    line = line_of((one.score, one.amount > NOTHING) for one in proposal.lines)
    if line is None or within is None:
        return NearLine(line, within, ())
    scores = queries.scores_of([one.application_id for one in proposal.lines])
    hidden = hidden_from(person, proposal.lines)
    near = [
        one
        for one in proposal.lines
        if is_near(one.score, line, within)
        and one.application.step is Step.PROPOSED
        and one.application_id not in hidden
        and len(scores[one.application_id].assessors) == ASSESSORS
    ]
    return NearLine(line, within, tuple(near))
