"""An extra frame on top of a proposal: whole new lines, in which nobody has less than before.

It follows from the reserve list (inv. 93): those that got nothing for lack of money, and those that got
less than they may have. What it is made from is written down, so that anyone can make it again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from criteria.allocation.entitled import entitled, given, line
from criteria.allocation.lines import Cutter, Line
from criteria.allocation.reserve import Extra, Order, Reserve, reserve_list, with_extra
from criteria.allocation.terms import Method, Terms
from criteria.allocation.written import (
    Result,
    from_inputs,
    inputs,
    results,
    results_from,
)
from criteria.canonical import Fact, digest
from criteria.ranking import Ranked
from foundation.money import NOTHING, Ore


@dataclass(frozen=True, slots=True)
class Standing:
    """What an extra frame comes on top of.

    `before` is what each has. `able` are those that can still get more; `gone` those that have given back
    what they got, and no longer fill up any group.
    """

    ranking: tuple[Ranked, ...]
    terms: Terms
    before: Mapping[int, Result]
    able: frozenset[int]
    gone: frozenset[int]

    @property
    def lines(self) -> tuple[Line, ...]:
        """What each has, as lines in the order of the list."""
        return tuple(
            Line(
                application=one.candidate.application,
                place=one.place,
                score=one.candidate.score,
                asked=one.candidate.asked,
                amount=self.before[one.candidate.application].amount,
                reason=self.before[one.candidate.application].reason,
                entitled=entitled(one.candidate, self.terms).amount,
            )
            for one in self.ranking
        )

    @property
    def reserves(self) -> tuple[Reserve, ...]:
        """Those that more money could help now, in the order of the list."""
        listed = reserve_list(self.ranking, self.lines, self.terms)
        return tuple(one for one in listed if one.application in self.able)


def supplemented(standing: Standing, extra: Extra) -> tuple[Line, ...]:
    """Share an extra frame out: every line with what it then has, in the order of the list."""
    filling = tuple(
        replace(one, amount=NOTHING) if one.application in standing.gone else one
        for one in standing.lines
    )
    candidates = [one.candidate for one in standing.ranking]
    additions = with_extra(standing.reserves, extra, candidates, filling, standing.terms)
    added = {one.reserve.application: one.amount for one in additions}
    left = Ore(extra.frame - sum(added.values()))
    by_number = {one.candidate.application: one for one in standing.ranking}
    return tuple(
        _raised(by_number[one.application], one, added[one.application], standing.terms, left)
        if one.application in added
        else one
        for one in standing.lines
    )


def raised_before(standing: Standing, one: Line) -> Line:
    """Explain a line that an earlier extra frame raised."""
    ranked = next(each for each in standing.ranking if each.place == one.place)
    return _raised(ranked, one, NOTHING, standing.terms, NOTHING)


def _raised(ranked: Ranked, before: Line, added: Ore, terms: Terms, left: Ore) -> Line:
    """Write down one that gets more; apart from the frame, the rules are those it was under."""
    due = entitled(ranked.candidate, replace(terms, method=Method.FULL_UNTIL_SPENT))
    return line(ranked, due, given(due, Ore(before.amount + added), Cutter.FRAME, left, None))


def supplement_inputs(standing: Standing, extra: Extra) -> dict[str, Fact]:
    """Write down all that the lines build on."""
    return {
        "allocation": inputs(standing.ranking, standing.terms),
        "before": results(standing.before),
        "able": sorted(standing.able),
        "gone": sorted(standing.gone),
        "extra": {
            "frame": extra.frame,
            "order": extra.order.value,
            "for_new": extra.for_new,
        },
    }


def supplement_from(facts: Mapping[str, Any]) -> tuple[Standing, Extra]:
    """Read back what `supplement_inputs` wrote down."""
    ranking, terms = from_inputs(facts["allocation"])
    standing = Standing(
        ranking,
        terms,
        results_from(facts["before"]),
        frozenset(facts["able"]),
        frozenset(facts["gone"]),
    )
    for_new = facts["extra"]["for_new"]
    extra = Extra(
        frame=Ore(facts["extra"]["frame"]),
        order=Order(facts["extra"]["order"]),
        for_new=None if for_new is None else Ore(for_new),
    )
    return standing, extra


def supplement_hash(standing: Standing, extra: Extra) -> str:
    """Give the SHA-256 (hex) of the inputs: equal means unchanged."""
    return digest(supplement_inputs(standing, extra))
