"""Costs of running the scheme, registered by a controller."""

from accounts.models import Person
from foundation import clock
from foundation.money import Ore
from grants import queries as grants
from payments.running.kinds import CostKind
from payments.running.models import RunningCost
from payments.running.services import Spent, register_cost, take_cost_back
from tests.builders.decisions import NOW


def a_cost(kind: CostKind, year: int, amount: Ore, by: Person) -> RunningCost:
    """Register a cost."""
    spent = Spent(kind, year, amount, clock.in_oslo(NOW).date(), "Regnskapet")
    return register_cost(grants.scheme(), spent, by=by, at=NOW)


def take_back(cost: RunningCost, by: Person) -> RunningCost:
    """Take a cost back."""
    return take_cost_back(cost, reason="Feil.", by=by, at=NOW)
