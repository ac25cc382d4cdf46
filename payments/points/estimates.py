"""What a project is expected to cost, beside what it was expected to cost before."""

from dataclasses import dataclass

from applications.facts import budget_lines
from applications.models import Application
from criteria.budget import totals
from foundation.money import Ore
from payments.points.models import StageGate
from payments.points.queries import expected_before


@dataclass(frozen=True, slots=True)
class Estimates:
    """What the newest account of a point is read against. `before`: None where nothing was told before it."""

    budgeted: Ore
    before: Ore | None


def estimates_of(point: StageGate, application: Application) -> Estimates:
    """Give what was budgeted in the application, and what was told last. Needs the whole application."""
    before = expected_before(point.newest, application.id) if point.newest else None
    return Estimates(totals(budget_lines(application)).total, before)
