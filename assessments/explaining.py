"""Why each line of a proposal is as it is: made again from what the proposal was made from.

Nothing is searched for: a best combination is written down from its own amounts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.models import Proposal
from criteria.allocation import Cut, Line, Selection, allocate, from_inputs
from criteria.allocation.contest import Contest
from criteria.allocation.supplement import raised_before, supplement_from, supplemented
from criteria.ranking import Ranked, TieRule, parted_by
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way from what was asked to the amount: what one rule took, and what was left then."""

    cut: Cut
    left: Ore


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The case just above or below on the list, and the tie rule that parts them, if their scores do not."""

    ranked: Ranked
    tie: TieRule | None


def explained(proposal: Proposal) -> dict[int, Line]:
    """Give each line with the numbers behind it, by case. Needs the proposal's lines."""
    if proposal.builds_on_id is not None:
        return _supplemented(proposal)
    ranking, terms = from_inputs(proposal.inputs["allocation"])
    if terms.selection is Selection.OPTIMUM:
        amounts = {line.application_id: line.amount for line in proposal.lines}
        return {one.application: one for one in Contest.of(ranking, terms).lines(amounts)}
    return {one.application: one for one in allocate(ranking, terms)}


def _supplemented(proposal: Proposal) -> dict[int, Line]:
    """Explain what an extra frame came to: what it raised by itself, the rest as it was before."""
    standing, extra = supplement_from(proposal.inputs)
    amounts = {application: one.amount for application, one in standing.before.items()}
    if standing.terms.selection is Selection.OPTIMUM:
        first = Contest.of(standing.ranking, standing.terms).lines(amounts)
    else:
        first = allocate(standing.ranking, standing.terms)
    untouched = {one.application: one for one in first}
    found = {}
    for one in supplemented(standing, extra):
        before = untouched[one.application]
        if one.amount > amounts[one.application]:
            found[one.application] = one
        elif (before.amount, before.reason) == (one.amount, one.reason):
            found[one.application] = before
        else:
            found[one.application] = raised_before(standing, one)
    return found


def steps(line: Line) -> Iterator[Step]:
    """Give the way from what was asked to the amount; nothing for one that gets nothing."""
    left = line.asked
    for cut in line.cuts:
        left = Ore(left - cut.taken)
        yield Step(cut, left)


def neighbours(proposal: Proposal, application: int) -> tuple[Neighbour | None, Neighbour | None]:
    """Give what lies just above and just below a case on the list."""
    ranking, terms = from_inputs(proposal.inputs["allocation"])
    by_place = {one.place: one for one in ranking}
    here = next(one for one in ranking if one.candidate.application == application)
    above, below = by_place.get(here.place - 1), by_place.get(here.place + 1)
    return (
        Neighbour(above, parted_by(above.candidate, here.candidate, terms.ties)) if above else None,
        Neighbour(below, parted_by(here.candidate, below.candidate, terms.ties)) if below else None,
    )
