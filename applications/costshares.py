"""What each member carries by the key that they have agreed on, beside what the budget says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from applications.facts import cost_key_problem, cost_members
from applications.models import Application, Partner, PartnerRole
from criteria import costkey
from criteria.budget import Source
from criteria.costkey import CostKey, KeyProblem
from foundation.money import NOTHING, Ore

OWN = frozenset({Source.OWN_FUNDING, Source.OWN_EFFORT})
"""What the members carry themselves: the same that the call's own share is of."""
_HUNDREDTH = Decimal("0.01")


class Shared(NamedTuple):
    """One member: its part by the key, in percent and money, and what it has in the budget."""

    partner: Partner
    percent: Decimal
    agreed: Ore
    budgeted: Ore

    @property
    def more(self) -> Ore:
        """How much more the budget has than the key gives; below nothing when it has less."""
        return Ore(self.budgeted - self.agreed)


@dataclass(frozen=True, slots=True)
class CostShares:
    """An agreed key. Without rows when it divides nothing: `problem` says why."""

    key: CostKey
    problem: KeyProblem | None
    rows: tuple[Shared, ...]
    total: Ore

    @property
    def departs(self) -> bool:
        """Tell whether anybody has another amount in the budget than by the key."""
        return any(one.more for one in self.rows)


class Choice(NamedTuple):
    """One member beside what it would carry by each key that needs no agreed percentages."""

    partner: Partner
    inhabitants: int
    by_population: Ore | None
    equally: Ore | None
    budgeted: Ore


def cost_shares(application: Application) -> CostShares | None:
    """Divide what the members carry by the key that they have agreed on; None: nothing is agreed."""
    key = application.cost_key
    if key is None:
        return None
    has, problem = budgeted(application), cost_key_problem(application)
    total = Ore(sum(has.values()))
    if problem is not None:
        return CostShares(key, problem, (), total)
    weighed = costkey.weights(key, cost_members(application))
    agreed, whole = costkey.divided(total, weighed), sum(weighed.values())
    rows = tuple(
        Shared(
            partner=one,
            percent=(Decimal(100 * weighed[one.id]) / whole).quantize(_HUNDREDTH),
            agreed=agreed[one.id],
            budgeted=has[one.id],
        )
        for one in members_of(application)
    )
    return CostShares(key, None, rows, total)


def choices_of_key(application: Application) -> list[Choice]:
    """Show what each member would carry by inhabitants and equally, beside what the budget has."""
    has, members = budgeted(application), cost_members(application)
    total = Ore(sum(has.values()))
    lives = {one.number: one.inhabitants for one in members}
    peopled = _divided(total, CostKey.POPULATION, members)
    equally = _divided(total, CostKey.EQUAL, members)
    return [
        Choice(one, lives[one.id], peopled.get(one.id), equally.get(one.id), has[one.id])
        for one in members_of(application)
    ]


def members_of(application: Application) -> list[Partner]:
    """List those who carry costs: an observer promises nothing."""
    return [one for one in application.partners if one.role is not PartnerRole.OBSERVER]


def budgeted(application: Application) -> dict[int, Ore]:
    """Add up what each member has of own money and own effort, all years."""
    sums = dict.fromkeys((one.id for one in members_of(application)), 0)
    for line in application.budget_lines:
        if line.source in OWN and line.partner_id in sums:
            sums[line.partner_id] += line.amount
    return {number: Ore(amount) for number, amount in sums.items()}


def _divided(
    total: Ore, key: CostKey, members: tuple[costkey.Member, ...]
) -> Mapping[int, Ore]:
    if total == NOTHING or costkey.problem(key, members) is not None:
        return {}
    return costkey.divided(total, costkey.weights(key, members))
