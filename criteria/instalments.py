"""How a grant is paid in parts, the last held back until the report (inv. 181, 185).

Amounts are øre. Nothing is lost or made by dividing: parts sum to the whole, per year and
altogether.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foundation.money import NOTHING, ORE_PER_KRONE, Ore, kroner

_WHOLE = 100
_LEAP = 2024
LAST_DAY = 28
"""The last day that every month of every year has."""


class Trigger(StrEnum):
    """The fact that makes an instalment due."""

    ACCEPTED = "accepted"
    REPORT_APPROVED = "report_approved"
    FINAL_REPORT_APPROVED = "final_report_approved"
    ON_DATE = "on_date"
    STAGE_GATE = "stage_gate"
    """A point that an officer has set in the one case (`criteria.stagegates`)."""


OF_A_CALL = tuple(one for one in Trigger if one is not Trigger.STAGE_GATE)
"""What a call's plan may wait for. Nobody knows the points of its projects when it is made."""


class PlanError(ValueError):
    """An amount cannot be divided as asked."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a payment plan: so many percent of each year's amount, when this happens.

    `month` and `day`: of ON_DATE alone, the day in each budget year; it is one that every year has.
    """

    position: int
    percent: int
    trigger: Trigger
    month: int | None = None
    day: int | None = None

    def on(self, year: int) -> date | None:
        """Give the day in a budget year; None where it is another fact that counts."""
        return date(year, self.month, self.day) if self.month and self.day else None


@dataclass(frozen=True, slots=True)
class Planned:
    """One instalment, numbered from 1 over all years. `due_on`: of ON_DATE alone."""

    number: int
    year: int
    amount: Ore
    trigger: Trigger
    due_on: date | None = None


def plan(years: Mapping[int, Ore], steps: Iterable[PlanStep]) -> tuple[Planned, ...]:
    """Divide each year's amount by the steps in their order: whole kroner, the rest to the last.

    An instalment of nothing is left out. Raises PlanError when an amount is negative, two steps
    have the same position, the percents are not all above 0 and 100 together, a day is lacking, or a step
    waits for what no call knows.
    """
    ordered = sorted(steps, key=lambda step: step.position)
    _refuse_unfit(years, ordered)
    parts = [
        (year, amount, step)
        for year in sorted(years)
        for step, amount in zip(ordered, _divide(years[year], ordered), strict=True)
        if amount > 0
    ]
    return tuple(
        Planned(number, year, amount, step.trigger, step.on(year))
        for number, (year, amount, step) in enumerate(parts, start=1)
    )


def split_years(total: Ore, asked_by_year: Mapping[int, Ore]) -> dict[int, Ore]:
    """Spread a grant over years by what was asked for each: whole kroner, the sum exact.

    Kroner left by rounding go to the years that lost most by it, the earlier first; øre that make
    no krone go to the last year that asked. Raises PlanError when an amount is negative, or when
    there is something to spread and no year asked for anything.
    """
    if total < 0 or any(asked < 0 for asked in asked_by_year.values()):
        raise PlanError("a negative amount cannot be spread")
    asking = {year: asked for year, asked in asked_by_year.items() if asked}
    if total > 0 and not asking:
        raise PlanError("no year asked for anything")
    spread = dict.fromkeys(sorted(asked_by_year), NOTHING)
    return spread | _in_proportion(total, asking) if asking else spread


def _in_proportion(total: Ore, asking: Mapping[int, Ore]) -> dict[int, Ore]:
    whole_kroner, loose_ore = divmod(total, ORE_PER_KRONE)
    asked = sum(asking.values())
    parts = {year: whole_kroner * asking[year] // asked for year in asking}
    lost = {year: whole_kroner * asking[year] % asked for year in asking}
    over = whole_kroner - sum(parts.values())
    for year in sorted(asking, key=lambda year: (-lost[year], year))[:over]:
        parts[year] += 1
    spread = {year: kroner(parts[year]) for year in asking}
    last = max(asking)
    spread[last] = Ore(spread[last] + loose_ore)
    return spread


def _divide(amount: Ore, steps: list[PlanStep]) -> list[Ore]:
    parts = [
        Ore(amount * step.percent // _WHOLE // ORE_PER_KRONE * ORE_PER_KRONE) for step in steps
    ]
    parts[-1] = Ore(amount - sum(parts[:-1]))
    return parts


def _refuse_unfit(years: Mapping[int, Ore], steps: list[PlanStep]) -> None:
    if any(amount < 0 for amount in years.values()):
        raise PlanError("a negative amount cannot be paid")
    if len({step.position for step in steps}) != len(steps):
        raise PlanError("two steps have the same position")
    if any((step.trigger is Trigger.ON_DATE) != (step.on(_LEAP) is not None) for step in steps):
        raise PlanError("a step on a date has its day, and no other has one")
    if any(step.trigger not in OF_A_CALL for step in steps):
        raise PlanError("a call knows of no stage gates")
    percents = [step.percent for step in steps]
    if sum(percents) != _WHOLE or any(percent <= 0 for percent in percents):
        raise PlanError(f"the percents of a plan are {percents}")
