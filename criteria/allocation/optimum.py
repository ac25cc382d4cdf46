"""The best combination under a call's rules, proven (`Selection.OPTIMUM`).

Found by HiGHS through scipy as an exact mixed-integer model. What it answers is made whole and checked again
here, in øre: the frame, every ceiling and floor, and that nobody gets what the list could not have given.
Entrants go in by application number, so the order they come in means nothing, and the same version of the
solver gives the same answer each time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from math import ceil

import scipy
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from criteria.allocation.contest import Contest
from criteria.allocation.lines import Line
from criteria.allocation.model import Model, build
from criteria.allocation.terms import Terms
from criteria.allocation.unsolved import ImpossibleBoundsError, OptimumError, UnprovenError
from criteria.allocation.worth import worth
from criteria.ranking import Ranked
from foundation.money import Ore

__all__ = [
    "OPTIONS",
    "SOLVER",
    "WIDEST_GAP",
    "ImpossibleBoundsError",
    "Optimum",
    "OptimumError",
    "UnprovenError",
    "find",
    "solved",
]

SOLVER = f"HiGHS (scipy {scipy.__version__})"
WIDEST_GAP = Decimal("0.0001")
OPTIONS: Mapping[str, float] = {"mip_rel_gap": 1e-5, "node_limit": 200_000}
"""Bounded by work and not by time: a slower machine gives the same answer later, not another one."""
_INFEASIBLE = 2


@dataclass(frozen=True, slots=True)
class Optimum:
    """The lines in the order of the list, what they are worth, and what nothing can be worth more than."""

    lines: tuple[Line, ...]
    worth: int
    bound: int

    @property
    def gap(self) -> Decimal:
        """How much better, at most, any other combination could be, as a part of this one's worth."""
        if self.bound == self.worth:
            return Decimal(0)
        part = Decimal(self.bound - self.worth) / Decimal(max(self.worth, 1))
        return part.quantize(Decimal("0.0000001"), rounding=ROUND_UP)


def find(ranking: Iterable[Ranked], terms: Terms) -> Optimum:
    """Find the combination that is worth most.

    Raises ImpossibleBoundsError when floors cannot be met, and UnprovenError when the solver gives up.
    """
    contest = Contest.of(ranking, terms)
    amounts, bound = _solve(contest, terms)
    lines = contest.lines(amounts)
    # Within the gap the list itself may be better than what the solver stopped at.
    listed = contest.listed()
    if worth(listed, terms) > worth(lines, terms) and not contest.broken(listed):
        lines = contest.lines({one.application: one.amount for one in listed})
    _recheck(contest, lines)
    total = worth(lines, terms)
    found = Optimum(lines, total, max(bound, total))
    if found.gap > WIDEST_GAP:
        raise UnprovenError(f"gap {found.gap}")
    return found


def proves(ranking: Iterable[Ranked], terms: Terms, amounts: Mapping[int, Ore]) -> bool:
    """Tell whether some amounts keep every rule and are worth as much as any others, within the gap.

    Another version of the solver may choose another of two distributions that are equally good.
    """
    in_order = tuple(ranking)
    contest = Contest.of(in_order, terms)
    lines = contest.lines(amounts)
    try:
        _recheck(contest, lines)
    except UnprovenError:
        return False
    best, total = find(in_order, terms), worth(lines, terms)
    return best.worth - total <= WIDEST_GAP * max(total, 1)


def solved(model: Model) -> OptimizeResult:
    """Hand a model to the solver as it is."""
    return milp(
        model.costs,
        constraints=LinearConstraint(model.matrix, model.lowest, model.highest),
        bounds=Bounds(0, model.most),
        integrality=1,
        options=OPTIONS,
    )


def _solve(contest: Contest, terms: Terms) -> tuple[dict[int, Ore], int]:
    """Give the amounts by application, and the most that any combination can be worth."""
    entrants = contest.entrants()
    if not entrants:
        if contest.broken(()):
            raise ImpossibleBoundsError
        return {}, 0
    model = build(entrants, terms)
    answer = solved(model)
    if answer.status == _INFEASIBLE:
        raise ImpossibleBoundsError
    if answer.x is None or answer.mip_dual_bound is None:
        raise UnprovenError(answer.message)
    units = model.units(answer.x)
    amounts = {
        one.candidate.application: Ore(int(unit) * terms.rounding)
        for one, unit in zip(entrants, units, strict=True)
    }
    return amounts, ceil(-answer.mip_dual_bound * model.scale)


def _recheck(contest: Contest, lines: tuple[Line, ...]) -> None:
    """Refuse an answer that breaks a rule when it is counted in øre."""
    terms = contest.terms
    if sum(one.amount for one in lines) > terms.frame:
        raise UnprovenError("above the frame")
    if contest.broken(lines):
        raise UnprovenError("a bound is broken")
    for one in lines:
        least = terms.smallest if terms.method.gives_parts else one.entitled
        if one.amount and not least <= one.amount <= one.entitled:
            raise UnprovenError(f"{one.application} gets {one.amount} øre of {one.entitled}")
