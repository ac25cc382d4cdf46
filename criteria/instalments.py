"""How a grant is paid in parts, the last held back until the report (inv. 181, 185).

Amounts are øre. Nothing is lost or made by dividing: parts sum to the whole, per year and
altogether.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from foundation.money import NOTHING, ORE_PER_KRONE, Ore

_WHOLE = 100


class Trigger(StrEnum):
    """The fact that makes an instalment due."""

    ACCEPTED = "accepted"
    REPORT_APPROVED = "report_approved"
    FINAL_REPORT_APPROVED = "final_report_approved"


class PlanError(ValueError):
    """An amount cannot be divided as asked."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a payment plan: so many percent of each year's amount, when this happens."""

    position: int
    percent: int
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Planned:
    """One instalment, numbered from 1 over all years."""

    number: int
    year: int
    amount: Ore
    trigger: Trigger


def plan(years: Mapping[int, Ore], steps: Iterable[PlanStep]) -> tuple[Planned, ...]:
    """Divide each year's amount by the steps in their order: whole kroner, the rest to the last.

    An instalment of nothing is left out. Raises PlanError when an amount is negative, two steps
    have the same position, or the percents are not all above 0 and 100 together.
    """
    ordered = sorted(steps, key=lambda step: step.position)
    _refuse_unfit(years, ordered)
    parts = [
        (year, amount, step.trigger)
        for year in sorted(years)
        for step, amount in zip(ordered, _divide(years[year], ordered), strict=True)
        if amount > 0
    ]
    return tuple(
        Planned(number, year, amount, trigger)
        for number, (year, amount, trigger) in enumerate(parts, start=1)
    )


def split_years(total: Ore, asked_by_year: Mapping[int, Ore]) -> dict[int, Ore]:
    """Spread a grant over years by what was asked for each: whole kroner, the sum exact.

    Kroner left by rounding go to the years that lost most by it, the earlier first; øre that make
    no krone go to the last year that asked. Raises PlanError when an amount is negative, or when
    there is something to spread and no year asked for anything.
    """
    if total < 0 or any(asked < 0 for asked in asked_by_year.values()):
        raise PlanError("a negative amount cannot be spread")
    asked_in_all = sum(asked_by_year.values())
    if asked_in_all == 0:
        if total > 0:
            raise PlanError("no year asked for anything")
        return dict.fromkeys(sorted(asked_by_year), NOTHING)
    kroner_in_all, loose_ore = divmod(total, ORE_PER_KRONE)
    years = sorted(asked_by_year)
    whole = {year: kroner_in_all * asked_by_year[year] // asked_in_all for year in years}
    lost = {year: kroner_in_all * asked_by_year[year] % asked_in_all for year in years}
    for year in sorted(years, key=lambda year: (-lost[year], year))[
        : kroner_in_all - sum(whole.values())
    ]:
        whole[year] += 1
    last = max(year for year in years if asked_by_year[year] > 0)
    return {
        year: Ore(whole[year] * ORE_PER_KRONE + (loose_ore if year == last else 0))
        for year in years
    }


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
    percents = [step.percent for step in steps]
    if sum(percents) != _WHOLE or any(percent <= 0 for percent in percents):
        raise PlanError(f"the percents of a plan are {percents}")
