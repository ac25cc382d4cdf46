"""The final settlement of a grant: what was earned, what is unused, what is still to be paid.

Helsedirektoratets standardvilkår: money not used is given back, and the grant falls in proportion
when the project became cheaper than budgeted (inv. 6). Amounts are øre.
"""

from dataclasses import dataclass

from foundation.money import NOTHING, ORE_PER_KRONE, Ore


class SettlementError(ValueError):
    """An amount that cannot be: below 0, or a budget of nothing."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome. `earned` is the recipient's to keep; `unused` or `still_due` is 0."""

    granted: Ore
    paid: Ore
    spent: Ore
    earned: Ore
    unused: Ore
    still_due: Ore


@dataclass(frozen=True, slots=True)
class ProjectCost:
    """What the whole project was budgeted to cost and did cost, from all sources."""

    budgeted: Ore
    actual: Ore


def settle(granted: Ore, paid: Ore, spent: Ore, cost: ProjectCost | None = None) -> Settlement:
    """Settle a grant against what was spent of it (net paid, net of what came back).

    With the project's cost, a cheaper project earns the same share of its lower cost, rounded down
    to whole kroner; a dearer one earns no more. Raises SettlementError for impossible amounts.
    """
    if min(granted, paid, spent) < 0:
        raise SettlementError("an amount is below 0")
    earned = min(granted, spent, _in_proportion(granted, cost))
    return Settlement(
        granted=granted,
        paid=paid,
        spent=spent,
        earned=earned,
        unused=max(Ore(paid - earned), NOTHING),
        still_due=max(Ore(earned - paid), NOTHING),
    )


def _in_proportion(granted: Ore, cost: ProjectCost | None) -> Ore:
    if cost is None:
        return granted
    if cost.budgeted <= 0 or cost.actual < 0:
        raise SettlementError("a project's cost is impossible")
    if cost.actual >= cost.budgeted:
        return granted
    return Ore(granted * cost.actual // cost.budgeted // ORE_PER_KRONE * ORE_PER_KRONE)
