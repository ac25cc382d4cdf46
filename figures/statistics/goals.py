"""How far the scheme is towards what it set out to reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accounts.models import HealthRegion
from criteria.reaching import POPULATION_GOAL, Goal
from figures.statistics.reach import Place, reached
from grants.models import AmbitionLevel


@dataclass(frozen=True, slots=True)
class LevelGoal:
    """The share of the kommuner that a level of ambition wants, and whether it is the scheme's own."""

    level: int
    goal: Goal
    is_own: bool


def level_goals(
    levels: Sequence[AmbitionLevel], own: int, found: Iterable[Place]
) -> list[LevelGoal]:
    """Hold all kommuner against what each level wants (50, 58 and 63 percent; inv. 52–54)."""
    now = reached(found)
    return [
        LevelGoal(
            one.level,
            Goal(one.coverage_percent, now.reached, now.municipalities),
            one.level == own,
        )
        for one in levels
    ]


def population_goal(found: Iterable[Place]) -> Goal:
    """Hold the inhabitants of the kommuner outside Helse Midt-Norge against 85 percent (inv. 229)."""
    outside = reached(one for one in found if one.health_region != HealthRegion.MID)
    return Goal(POPULATION_GOAL, outside.inhabitants_reached, outside.inhabitants)
