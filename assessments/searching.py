"""What a search for the best combination came to, told so that the floors in the way can be seen."""

from dataclasses import dataclass, replace

from assessments.groups import group_named
from assessments.models import ProposalRun, RunFailure
from criteria.allocation import Broken, Selection, allocate, from_inputs, not_kept
from criteria.allocation.contest import Contest
from criteria.allocation.portfolio import members
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class Floor:
    """A floor that the list does not meet: what is asked of the group, what it gets, what it could get."""

    group: str
    least_cases: int
    least_amount: Ore
    cases: int
    amount: Ore
    possible_cases: int
    possible_amount: Ore


def floors_of(run: ProposalRun) -> list[Floor]:
    """List the floors that stand in the way of a search that could not meet them together."""
    if run.failure is not RunFailure.IMPOSSIBLE_BOUNDS:
        return []
    ranking, terms = from_inputs(run.inputs["allocation"])
    listed = allocate(ranking, replace(terms, selection=Selection.DOWN_THE_LIST))
    contest = Contest.of(ranking, terms)
    able = {one.candidate.application: one.due for one in contest.entrants()}
    amounts = {one.application: one.amount for one in listed}
    candidates = [one.candidate for one in ranking]
    found = not_kept(candidates, amounts, terms.bounds)

    def floor(broken: Broken) -> Floor:
        group = members(broken.bound, candidates).get(broken.group, [])
        dues = [able[one.application] for one in group if one.application in able]
        return Floor(
            group=group_named(broken.group),
            least_cases=broken.bound.least_cases,
            least_amount=broken.bound.least_amount,
            cases=broken.cases,
            amount=broken.amount,
            possible_cases=len(dues),
            possible_amount=Ore(sum(dues)),
        )

    return [floor(one) for one in found]
