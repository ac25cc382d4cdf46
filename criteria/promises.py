"""Whether an organisation has promised the same own effort twice, in different applications.

The grant releases own resources of the kommuner (inv. 88–89): hours and money that carry one project cannot
carry another. What looks like the same promise is a warning and never a hindrance: only the organisation
knows its people and its budget.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations

from foundation.money import Ore


class Overlap(StrEnum):
    """Why two promises, or all of a year's, look like more than the organisation has."""

    SAME_EFFORT = "same_effort"
    SAME_MONEY = "same_money"
    OVER_CAPACITY = "over_capacity"


@dataclass(frozen=True, slots=True)
class Promise:
    """What an organisation puts into one application.

    `hours` of its own people in the whole period (both days included); `own` is its own money and the
    value of its own effort, by year, in øre. Without a period the hours are in no year yet.
    """

    application: int
    measure: str
    period: tuple[date, date] | None
    hours: int
    own: Mapping[int, Ore] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look again. `applications` are the ones it is about, lowest id first.

    `found` and `limit`: hours of OVER_CAPACITY; `found`: øre of SAME_MONEY; else nothing.
    """

    overlap: Overlap
    year: int
    applications: tuple[int, ...]
    found: int | None = None
    limit: int | None = None


def doubts(promises: Iterable[Promise], hours_a_year: int | None) -> tuple[Doubt, ...]:
    """List every doubt, by year and kind; the order of the promises means nothing.

    SAME_EFFORT: hours in two applications of the same measure in the same year, for it is the same
    work. SAME_MONEY: the very same amount of own money in the same year in two applications.
    OVER_CAPACITY: a year's hours together are more than the organisation has said that it has;
    nothing said is no limit.
    """
    given = sorted(promises, key=lambda one: one.application)
    found = (*_of_pairs(given), *_of_years(given, hours_a_year))
    return tuple(
        sorted(
            found, key=lambda one: (one.year, list(Overlap).index(one.overlap), one.applications)
        )
    )


def hours_by_year(promise: Promise) -> dict[int, int]:
    """Spread the hours evenly over the days of the period: whole hours, and together all of them."""
    if promise.period is None or not promise.hours:
        return {}
    first, last = promise.period
    days = (last - first).days + 1
    spread, used = {}, 0
    for year in range(first.year, last.year + 1):
        until = min(last, date(year, 12, 31))
        so_far = promise.hours * ((until - first).days + 1) // days
        if so_far > used:
            spread[year] = so_far - used
        used = so_far
    return spread


def _of_pairs(promises: list[Promise]) -> Iterator[Doubt]:
    for one, other in combinations(promises, 2):
        both = (one.application, other.application)
        if one.measure == other.measure:
            for year in sorted(hours_by_year(one).keys() & hours_by_year(other).keys()):
                yield Doubt(Overlap.SAME_EFFORT, year, both)
        for year in sorted(one.own.keys() & other.own.keys()):
            if one.own[year] == other.own[year] > 0:
                yield Doubt(Overlap.SAME_MONEY, year, both, found=one.own[year])


def _of_years(promises: list[Promise], hours_a_year: int | None) -> Iterator[Doubt]:
    if hours_a_year is None:
        return
    shares = {one.application: hours_by_year(one) for one in promises}
    for year in sorted({year for share in shares.values() for year in share}):
        with_hours = tuple(number for number in shares if year in shares[number])
        hours = sum(shares[number][year] for number in with_hours)
        if hours > hours_a_year:
            yield Doubt(Overlap.OVER_CAPACITY, year, with_hours, found=hours, limit=hours_a_year)
