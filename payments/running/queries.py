"""Reading what it costs to run the scheme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from payments.running.kinds import CostKind
from payments.running.models import RunningCost


@dataclass(frozen=True, slots=True)
class YearCosts:
    """What a year cost, kind by kind, with what is taken back taken off."""

    year: int
    of_kinds: Mapping[CostKind, Ore]

    def of(self, kind: CostKind) -> Ore:
        """Give the cost of a kind."""
        return self.of_kinds.get(kind, NOTHING)

    @property
    def operation(self) -> Ore:
        """Everything but the setting up."""
        return Ore(self.total - self.of(CostKind.SETUP))

    @property
    def total(self) -> Ore:
        """All of it."""
        return Ore(sum(self.of_kinds.values()))


def costs_by_year(year: int | None = None) -> list[YearCosts]:
    """Add up every year that has costs, or one year, the first first. One query."""
    asked = select(RunningCost.year, RunningCost.kind, func.sum(RunningCost.amount))
    if year is not None:
        asked = asked.where(RunningCost.year == year)
    rows = db.session.execute(
        asked.group_by(RunningCost.year, RunningCost.kind).order_by(RunningCost.year, RunningCost.kind)
    )
    found: dict[int, dict[CostKind, Ore]] = {}
    for of_year, kind, amount in rows:
        found.setdefault(of_year, {})[kind] = Ore(int(amount))
    return [YearCosts(of_year, kinds) for of_year, kinds in found.items()]


def cost_lines() -> Sequence[RunningCost]:
    """List the lines, the newest first, with who registered each. One query."""
    return db.session.scalars(
        select(RunningCost)
        .order_by(RunningCost.id.desc())
        .options(joinedload(RunningCost.registered_by))
    ).all()


def cost_line(cost_id: int) -> RunningCost:
    """Find a line with who registered it. Raises NotFoundError."""
    found = db.session.scalars(
        select(RunningCost)
        .where(RunningCost.id == cost_id)
        .options(joinedload(RunningCost.registered_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def counter_of_cost(cost_id: int) -> RunningCost | None:
    """Give the line that takes another back, if there is one."""
    return db.session.scalars(
        select(RunningCost).where(RunningCost.counters_id == cost_id)
    ).first()
