"""Registering what it costs to run the scheme, and taking a line back. Nothing is overwritten."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts import audit
from accounts.models import Person, Role
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants.models import Scheme
from payments.running.kinds import CostKind, CostRefusal
from payments.running.models import RunningCost
from payments.running.queries import counter_of_cost

FIRST_YEAR, LAST_YEAR = 2022, 2035
"""From the year that the scheme was planned in to well after the last effects that its analysis counts."""
LONGEST_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Spent:
    """What a controller tells of a cost. The year is the one it belongs to in the state's accounts."""

    kind: CostKind
    year: int
    amount: Ore
    happened_on: date
    source: str


def register_cost(scheme: Scheme, spent: Spent, *, by: Person, at: datetime) -> RunningCost:
    """Write a cost down. The grants' posts are not touched.

    Raises RuleBrokenError: no controller, no source, nothing, a year or day that cannot be.
    """
    with transaction():
        require_role(by, Role.CONTROLLER)
        source = require_words(spent.source)[:LONGEST_SOURCE]
        if spent.amount <= 0:
            raise RuleBrokenError(CostRefusal.NOTHING)
        if not FIRST_YEAR <= spent.year <= LAST_YEAR:
            raise RuleBrokenError(CostRefusal.OUTSIDE_YEARS, first=FIRST_YEAR, last=LAST_YEAR)
        if spent.happened_on > clock.in_oslo(at).date():
            raise RuleBrokenError(CostRefusal.IN_FUTURE)
        made = RunningCost(
            scheme_id=scheme.id, kind=spent.kind, year=spent.year, amount=spent.amount,
            happened_on=spent.happened_on, source=source, registered_at=at, registered_by_id=by.id,
        )  # fmt: skip
        _keep(made, "running_cost.registered", by, at)
    return made


def take_cost_back(cost: RunningCost, *, reason: str, by: Person, at: datetime) -> RunningCost:
    """Take a line back, all of it, by a counter-line of the same kind and year. Once.

    Raises RuleBrokenError: no controller, no reason, taken back already, a counter-line itself.
    """
    with transaction():
        require_role(by, Role.CONTROLLER)
        words = require_words(reason)[:LONGEST_SOURCE]
        held = locked(cost)
        if held.counters_id is not None:
            raise RuleBrokenError(CostRefusal.IS_COUNTER)
        if counter_of_cost(held.id) is not None:
            raise RuleBrokenError(CostRefusal.TAKEN_BACK)
        made = RunningCost(
            scheme_id=held.scheme_id, kind=held.kind, year=held.year, amount=Ore(-held.amount),
            happened_on=clock.in_oslo(at).date(), source=words, counters_id=held.id,
            registered_at=at, registered_by_id=by.id,
        )  # fmt: skip
        _keep(made, "running_cost.taken_back", by, at)
    return made


def _keep(made: RunningCost, act: str, by: Person, at: datetime) -> None:
    db.session.add(made)
    db.session.flush()
    audit.record(
        act, subject=f"running_cost:{made.id}", by=by, at=at, kind=made.kind.value, year=made.year,
        amount=made.amount, source=made.source, counters=made.counters_id,
    )  # fmt: skip
