"""What a proposal is made from, gathered at one moment and written down with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessments.models import ProposalLine
from assessments.queries.entrants import entrants_of
from assessments.queries.proposals import unfinished_in
from assessments.refusals import Refusal
from criteria import allocation
from criteria.allocation import Method, Selection, Terms
from criteria.ranking import Ranked, rank
from foundation.columns import JsonValue
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants.models import Call
from grants.rules import terms_of


@dataclass(frozen=True, slots=True)
class Basis:
    """The ranking of a round now, the terms, and the rate that each start year gives."""

    call: Call
    ranking: tuple[Ranked, ...]
    terms: Terms
    rates: Mapping[int, int]

    @property
    def cases(self) -> list[int]:
        """The cases that compete."""
        return [one.candidate.application for one in self.ranking]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of what the lines build on."""
        return allocation.inputs_hash(self.ranking, self.terms)

    def inputs(self) -> JsonValue:
        """Write down what a proposal is made from, so that anyone can make it again."""
        return JsonValue(
            allocation=allocation.inputs(self.ranking, self.terms),
            rates={str(application): percent for application, percent in self.rates.items()},
            left_out=[
                {"application": one.id, "case_number": one.case_number, "step": one.step.value}
                for one in unfinished_in(self.call.id)
            ],
        )


def gathered(call: Call, frame: Ore, selection: Selection) -> Basis:
    """Gather what a proposal would be made from now. Needs the call whole.

    Raises RuleBrokenError where equal shares leave the solver nothing to choose.
    """
    terms = terms_of(call, frame)
    if selection is Selection.OPTIMUM and terms.method is Method.PROPORTIONAL:
        raise RuleBrokenError(Refusal.NOTHING_TO_CHOOSE)
    entrants = entrants_of(call)
    return Basis(
        call,
        rank((one.candidate for one in entrants), terms.ties),
        replace(terms, selection=selection),
        {one.candidate.application: one.rate_percent for one in entrants},
    )


def lines_to_keep(lines: Iterable[allocation.Line], rates: Mapping[int, int]) -> list[ProposalLine]:
    """Make the rows of some lines."""
    return [
        ProposalLine(
            application_id=line.application,
            place=line.place,
            score=line.score,
            asked=line.asked,
            rate_percent=rates[line.application],
            amount=line.amount,
            reason=line.reason,
        )
        for line in lines
    ]


def rates_in(inputs: JsonValue) -> dict[int, int]:
    """Read the rates back from what a proposal was made from."""
    return {int(application): percent for application, percent in inputs["rates"].items()}
