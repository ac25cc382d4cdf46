"""Changing how one case's grant is paid: the parts that are not paid, made anew by an officer or by a cut.

Amounts are øre. What the ledger promises a case for a budget year and has not paid is what the unpaid parts
of that year add up to, always. A part never falls due before its year begins: the money is not appropriated
before (bevilgningsreglementet § 3).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from criteria.instalments import LAST_DAY, Trigger
from foundation.money import NOTHING, Ore

MOST_PARTS = 24
_FEBRUARY = 2


class PlanRefusal(StrEnum):
    """Why a plan cannot be as it is wanted."""

    NOTHING_TO_PLAN = "nothing_to_plan"
    UNCHANGED = "plan_unchanged"
    TOO_MANY = "too_many_parts"
    NOT_ABOVE_NOTHING = "part_not_above_nothing"
    NOT_THE_YEAR = "not_the_year"
    BEFORE_ITS_YEAR = "before_its_year"
    NO_DATE = "no_date"
    NO_SUCH_REPORT = "no_such_report"
    NO_SUCH_POINT = "no_such_point"
    BOUND = "bound"
    SHARES_MOVED = "shares_moved"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a grant that is not paid: what releases it, and of which year.

    `report_year`: of REPORT_APPROVED, the year that the report tells of; `due_on`: of ON_DATE; `point`: of
    STAGE_GATE, the point of the case by its number. Else None.
    """

    year: int
    amount: Ore
    trigger: Trigger
    report_year: int | None = None
    due_on: date | None = None
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a plan is refused; of NOT_THE_YEAR the year, what it is planned to be and what it must be."""

    why: PlanRefusal
    year: int | None = None
    planned: Ore = NOTHING
    owed: Ore = NOTHING


@dataclass(frozen=True, slots=True)
class Facts:
    """What has happened that may release a case's money: reports by year, the final one, points passed."""

    reports: frozenset[int] = frozenset()
    final: bool = False
    points: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Awaited:
    """What money of a case can wait for: the years that it reports for, and the points that are set in it."""

    reports: Collection[int]
    points: Collection[int] = ()


def problem(
    parts: Sequence[Part], owed: Mapping[int, Ore], awaited: Awaited
) -> Problem | None:
    """Tell what is wrong with the parts that are to take the place of all that can be changed; None: nothing.

    `owed`: what they must add up to for each budget year.
    """
    if not any(owed.values()):
        return Problem(PlanRefusal.NOTHING_TO_PLAN)
    if len(parts) > MOST_PARTS:
        return Problem(PlanRefusal.TOO_MANY)
    for part in parts:
        why = _wrong(part, awaited)
        if why is not None:
            return Problem(why, part.year)
    return _unlike_years(parts, owed)


def _wrong(part: Part, awaited: Awaited) -> PlanRefusal | None:
    if part.amount <= 0:
        return PlanRefusal.NOT_ABOVE_NOTHING
    if (part.trigger is Trigger.ON_DATE) != (part.due_on is not None):
        return PlanRefusal.NO_DATE
    if part.due_on is not None and part.due_on.year < part.year:
        return PlanRefusal.BEFORE_ITS_YEAR
    return _never_comes(part, awaited)


def _never_comes(part: Part, awaited: Awaited) -> PlanRefusal | None:
    """Refuse to wait for what there is not in the case."""
    if part.trigger is Trigger.REPORT_APPROVED and part.report_year not in awaited.reports:
        return PlanRefusal.NO_SUCH_REPORT
    if part.trigger is Trigger.STAGE_GATE and part.point not in awaited.points:
        return PlanRefusal.NO_SUCH_POINT
    return None


def _unlike_years(parts: Iterable[Part], owed: Mapping[int, Ore]) -> Problem | None:
    planned: Counter[int] = Counter()
    for part in parts:
        planned[part.year] += part.amount
    for year in sorted(planned.keys() | owed.keys()):
        there, wanted = Ore(planned[year]), owed.get(year, NOTHING)
        if there != wanted:
            return Problem(PlanRefusal.NOT_THE_YEAR, year, there, wanted)
    return None


def is_released(part: Part, facts: Facts, today: date) -> bool:
    """Tell whether what a part of an accepted grant waits for has happened; its year may still be to come."""
    match part.trigger:
        case Trigger.ACCEPTED:
            return True
        case Trigger.REPORT_APPROVED:
            return part.report_year in facts.reports
        case Trigger.FINAL_REPORT_APPROVED:
            return facts.final
        case Trigger.ON_DATE:
            return part.due_on is not None and part.due_on <= today
        case Trigger.STAGE_GATE:
            return part.point in facts.points


def a_year_later(part: Part) -> Part:
    """Give the same part of the year after: it waits for that year's report, or for its day in that year."""
    year, day = part.year + 1, part.due_on
    if day is not None and day.year < year:
        leap = day.month == _FEBRUARY and day.day > LAST_DAY
        day = day.replace(year=year, day=LAST_DAY if leap else day.day)
    report = None if part.report_year is None else max(part.report_year, year)
    return replace(part, year=year, report_year=report, due_on=day)


def cut(amounts: Sequence[Ore], by: Ore) -> list[Ore]:
    """Take an amount from parts, the last one first, for that is what was held back the longest.

    Raises ValueError when there is not so much.
    """
    left, after = by, []
    for amount in reversed(amounts):
        taken = min(left, amount)
        after.append(Ore(amount - taken))
        left = Ore(left - taken)
    if left > 0 or by < 0:
        raise ValueError("cannot be cut so")
    return after[::-1]
