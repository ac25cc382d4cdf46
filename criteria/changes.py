"""What a granted project is after the changes that were approved: a plan, and a chain of changes to it.

A project is carried out as it was granted; what is to be otherwise must be applied for and approved
Nothing is overwritten: the plan in force is the granted one with every approved change
applied in turn. Partners, activities and cells are known by their ids; amounts are øre of the grant.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from criteria.canonical import Fact
from criteria.instalments import split_years
from foundation.money import NOTHING, Ore

Cell = tuple[int, int]
"""Where an amount stands: year, activity."""
Budget = Mapping[int, Mapping[int, Ore]]
"""Amounts by year, then by activity."""


class ChangeProblem(StrEnum):
    """What stops a change from being sent or approved."""

    NOTHING_CHANGED = "nothing_changed"
    REASON_MISSING = "reason_missing"
    LEAD_LEAVES = "lead_leaves"
    NOT_IN_THE_PLAN = "not_in_the_plan"
    END_BEFORE_START = "end_before_start"
    YEAR_NOT_GRANTED = "year_not_granted"
    YEAR_IS_SETTLED = "year_is_settled"
    YEAR_DOES_NOT_ADD_UP = "year_does_not_add_up"
    MONEY_OUTSIDE_ACTIVITIES = "money_outside_activities"
    NO_ACTIVITY_LEFT = "no_activity_left"
    NEW_ACTIVITY_NOT_DESCRIBED = "new_activity_not_described"


@dataclass(frozen=True, slots=True)
class Plan:
    """A project as it is to be carried out. `participants`: the lead too; observers carry nothing."""

    lead: int
    participants: frozenset[int]
    start_on: date | None
    end_on: date | None
    activities: frozenset[int]
    budget: Budget


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be otherwise. `added` has a description of each new activity.

    `budget` names whole years: what it does not name stays. None of an end date: it stays.
    """

    end_on: date | None = None
    leaving: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    added: tuple[tuple[int, str], ...] = ()
    budget: tuple[tuple[int, tuple[tuple[int, Ore], ...]], ...] = ()

    @property
    def by_year(self) -> dict[int, dict[int, Ore]]:
        """The years whose budget is another, each whole."""
        return {year: dict(cells) for year, cells in self.budget}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and of which year or activity; None where it is of the whole."""

    problem: ChangeProblem
    subject: int | None = None


def after(plan: Plan, change: Change) -> Plan:
    """Give the plan as it is when a change is approved."""
    budget = {year: dict(cells) for year, cells in plan.budget.items()}
    budget |= {year: _above_nothing(cells) for year, cells in change.by_year.items()}
    return replace(
        plan,
        participants=plan.participants - change.leaving,
        end_on=change.end_on or plan.end_on,
        activities=(plan.activities - change.dropped) | {number for number, _ in change.added},
        budget=budget,
    )


def in_force(granted_as: Plan, granted: Mapping[int, Ore], approved: Iterable[Change]) -> Plan:
    """Apply approved changes in the order they were approved, and fit the budget to what is granted now.

    A later decision may have granted more or less for a year: then its budget keeps its proportions.
    """
    plan = granted_as
    for change in approved:
        plan = after(plan, change)
    return replace(
        plan,
        budget={
            year: _fitted(amount, plan.budget.get(year, {}))
            for year, amount in sorted(granted.items())
            if amount and plan.budget.get(year)
        },
    )


def problems(
    plan: Plan, change: Change, granted: Mapping[int, Ore], *, settled: frozenset[int], reason: str
) -> tuple[Problem, ...]:
    """List everything that stops a change, first what is of the whole.

    `settled`: the years whose annual report is approved; their money is accounted for and cannot be moved.
    """
    then = after(plan, change)
    found = [
        Problem(problem)
        for problem, wrong in (
            (ChangeProblem.NOTHING_CHANGED, then == plan),
            (ChangeProblem.REASON_MISSING, not reason.strip()),
            (ChangeProblem.LEAD_LEAVES, plan.lead in change.leaving),
            (ChangeProblem.NOT_IN_THE_PLAN, not _is_of(plan, change)),
            (ChangeProblem.END_BEFORE_START, _ends_before_it_starts(then)),
            (ChangeProblem.NO_ACTIVITY_LEFT, not then.activities),
        )
        if wrong
    ]
    found += [
        Problem(ChangeProblem.NEW_ACTIVITY_NOT_DESCRIBED, number)
        for number, description in change.added
        if not description.strip()
    ]
    found += [
        one for year in sorted(change.by_year) for one in _of_year(year, change, granted, settled)
    ]
    outside = {
        activity for cells in then.budget.values() for activity in cells
    } - then.activities  # fmt: skip
    found += [Problem(ChangeProblem.MONEY_OUTSIDE_ACTIVITIES, one) for one in sorted(outside)]
    return tuple(found)


def moved(before: Plan, then: Plan) -> tuple[tuple[Cell, Ore, Ore], ...]:
    """List the cells whose amount is another, with before and after, by year and activity."""
    old, new = _cells(before), _cells(then)
    return tuple(
        (cell, old.get(cell, NOTHING), new.get(cell, NOTHING))
        for cell in sorted(old.keys() | new.keys())
        if old.get(cell, NOTHING) != new.get(cell, NOTHING)
    )


def concerned(plan: Plan, change: Change, shares: Mapping[int, frozenset[int]]) -> frozenset[int]:
    """Give the participants that must say yes: whose own part of the project is another.

    `shares`: the activities that each participant puts money or work into. The lead signs the application
    for a change itself.
    """
    then = after(plan, change)
    if then.end_on != plan.end_on:
        return plan.participants - {plan.lead}
    touched = change.dropped | {activity for (_year, activity), _b, _a in moved(plan, then)}
    return frozenset(
        one
        for one in plan.participants - {plan.lead}
        if one in change.leaving or shares.get(one, frozenset()) & touched
    )


def part_in(
    plan: Plan, change: Change, partner: int, shares: Mapping[int, frozenset[int]]
) -> dict[str, Fact]:
    """Write down what one participant says yes to: nothing of it may change without a new yes.

    Who leaves says yes to leaving, whatever else is changed.
    """
    if partner in change.leaving:
        return {"partner": partner, "leaves": 1}
    then, own = after(plan, change), shares.get(partner, frozenset())
    return {
        "partner": partner,
        "leaves": 0,
        "end_on": then.end_on.isoformat() if then.end_on else None,
        "dropped": sorted(own & change.dropped),
        "moved": [
            [year, activity, before, now]
            for (year, activity), before, now in moved(plan, then)
            if activity in own
        ],
    }


def _of_year(
    year: int, change: Change, granted: Mapping[int, Ore], settled: frozenset[int]
) -> list[Problem]:
    cells = change.by_year[year]
    if year not in granted:
        return [Problem(ChangeProblem.YEAR_NOT_GRANTED, year)]
    if year in settled:
        return [Problem(ChangeProblem.YEAR_IS_SETTLED, year)]
    if sum(cells.values()) != granted[year] or any(amount < 0 for amount in cells.values()):
        return [Problem(ChangeProblem.YEAR_DOES_NOT_ADD_UP, year)]
    return []


def _is_of(plan: Plan, change: Change) -> bool:
    new = {number for number, _ in change.added}
    return (
        change.leaving <= plan.participants
        and change.dropped <= plan.activities
        and not new & plan.activities
    )


def _ends_before_it_starts(plan: Plan) -> bool:
    return plan.start_on is not None and plan.end_on is not None and plan.end_on < plan.start_on


def _fitted(amount: Ore, cells: Mapping[int, Ore]) -> dict[int, Ore]:
    if sum(cells.values()) == amount:
        return dict(cells)
    return _above_nothing(split_years(amount, cells))


def _above_nothing(cells: Mapping[int, Ore]) -> dict[int, Ore]:
    return {activity: amount for activity, amount in sorted(cells.items()) if amount}


def _cells(plan: Plan) -> dict[Cell, Ore]:
    return {
        (year, activity): amount
        for year, cells in plan.budget.items()
        for activity, amount in cells.items()
        if amount
    }
