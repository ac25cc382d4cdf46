"""What a call's grants as a whole must keep to: spread over counties, sizes and measures, one for each lead.

A bound holds for one group of a trait, or for every group by itself. Ceilings are never broken. Floors
are met down the list by taking the best of the group first; where there are too few, what lacks is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from criteria.ranking import Candidate, Trait
from foundation.money import NOTHING, Ore


class BoundError(ValueError):
    """A bound of the portfolio contradicts itself or says nothing."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The fewest and most cases, and the least and most money in øre, for a group.

    `value` None: each group of the trait by itself.
    """

    trait: Trait
    value: str | None = None
    least_cases: int = 0
    most_cases: int | None = None
    least_amount: Ore = NOTHING
    most_amount: Ore | None = None

    def __post_init__(self) -> None:
        """Refuse a floor above its ceiling, a negative number and a bound that limits nothing."""
        if self.least_cases < 0 or self.least_amount < 0:
            raise BoundError("a floor is negative")
        if self.most_cases is not None and self.most_cases < self.least_cases:
            raise BoundError(f"at least {self.least_cases} cases, at most {self.most_cases}")
        if self.most_amount is not None and self.most_amount < self.least_amount:
            raise BoundError(f"at least {self.least_amount} øre, at most {self.most_amount}")
        if not self.has_floor and self.most_cases is None and self.most_amount is None:
            raise BoundError("the bound limits nothing")

    @property
    def has_floor(self) -> bool:
        """Tell whether it asks for anything at all to be given."""
        return self.least_cases > 0 or self.least_amount > 0


ONE_PER_LEAD = Bound(Trait.LEAD, most_cases=1)


class Group(NamedTuple):
    """Those who share a value of a trait. A tuple, since sums are kept by it."""

    trait: Trait
    value: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A bound that is not kept in a group, with what the group has."""

    bound: Bound
    group: Group
    cases: int
    amount: Ore


class Portfolio:
    """What has been given so far, by the groups that some bounds speak of."""

    def __init__(self, bounds: Iterable[Bound]) -> None:
        """Begin with nothing given."""
        self._bounds = tuple(bounds)
        self._cases: Counter[Group] = Counter()
        self._amounts: Counter[Group] = Counter()

    def room_for(self, candidate: Candidate) -> tuple[Ore | None, Group | None]:
        """Give the most that the ceilings still let a candidate have, and the group that says so.

        None where no ceiling limits it.
        """
        room: Ore | None = None
        tightest: Group | None = None
        for bound, group in _bounds_on(candidate, self._bounds):
            left = self._left(bound, group)
            if left is not None and (room is None or left < room):
                room, tightest = left, group
        return room, tightest

    def room_to_grow(self, candidate: Candidate) -> Ore | None:
        """Give the most that the ceilings in money still let one have that is funded already."""
        left = [
            Ore(bound.most_amount - self._amounts[group])
            for bound, group in _bounds_on(candidate, self._bounds)
            if bound.most_amount is not None
        ]
        return min(left, default=None)

    def grow(self, candidate: Candidate, amount: Ore) -> None:
        """Count more money to one that is funded already."""
        for group in {group for _, group in _bounds_on(candidate, self._bounds)}:
            self._amounts[group] += amount

    def lacking(self, candidate: Candidate) -> Group | None:
        """Give the first group of a candidate that has not reached its floor."""
        return next(
            (
                group
                for bound, group in _bounds_on(candidate, self._bounds)
                if self._is_below(bound, group)
            ),
            None,
        )

    def short_of_money(self, candidate: Candidate, least: Ore) -> Group | None:
        """Give a group of a candidate that has less than so much left of the most it may have."""
        return next(
            (
                group
                for bound, group in _bounds_on(candidate, self._bounds)
                if bound.most_amount is not None
                and bound.most_amount - self._amounts[group] < least
            ),
            None,
        )

    def take(self, candidate: Candidate, amount: Ore) -> None:
        """Count an amount that is given; nothing given counts for nothing."""
        if amount > NOTHING:
            for group in {group for _, group in _bounds_on(candidate, self._bounds)}:
                self._cases[group] += 1
                self._amounts[group] += amount

    def broken(self, groups: Iterable[Group]) -> tuple[Broken, ...]:
        """Tell which bounds are not kept; `groups` are those that floors are asked of, if only by name."""
        asked_of = sorted({*groups, *self._cases}, key=lambda group: (group.trait, group.value))
        return tuple(
            Broken(bound, group, self._cases[group], Ore(self._amounts[group]))
            for bound in self._bounds
            for group in _groups_under(bound, asked_of)
            if self._is_below(bound, group) or self._is_above(bound, group)
        )

    def _left(self, bound: Bound, group: Group) -> Ore | None:
        if bound.most_cases is not None and self._cases[group] >= bound.most_cases:
            return NOTHING
        if bound.most_amount is None:
            return None
        return Ore(bound.most_amount - self._amounts[group])

    def _is_below(self, bound: Bound, group: Group) -> bool:
        return self._cases[group] < bound.least_cases or self._amounts[group] < bound.least_amount

    def _is_above(self, bound: Bound, group: Group) -> bool:
        too_many = bound.most_cases is not None and self._cases[group] > bound.most_cases
        too_much = bound.most_amount is not None and self._amounts[group] > bound.most_amount
        return too_many or too_much


def not_kept(
    field: Iterable[Candidate], amounts: Mapping[int, Ore], bounds: Iterable[Bound]
) -> tuple[Broken, ...]:
    """Tell which bounds some amounts, by application, do not keep. A group exists if somebody is in it."""
    candidates, limits = tuple(field), tuple(bounds)
    given = Portfolio(limits)
    for candidate in candidates:
        given.take(candidate, amounts.get(candidate.application, NOTHING))
    return given.broken({group for one in candidates for _, group in _bounds_on(one, limits)})


def members(bound: Bound, field: Iterable[Candidate]) -> dict[Group, list[Candidate]]:
    """Give the groups that a bound speaks of among some candidates, by value; a named one even if empty."""
    found: dict[Group, list[Candidate]] = {}
    if bound.value is not None:
        found[Group(bound.trait, bound.value)] = []
    for candidate in field:
        for _, group in _bounds_on(candidate, (bound,)):
            found.setdefault(group, []).append(candidate)
    return dict(sorted(found.items(), key=lambda item: item[0].value))


def _bounds_on(candidate: Candidate, bounds: Iterable[Bound]) -> Iterator[tuple[Bound, Group]]:
    for bound in bounds:
        value = candidate.group(bound.trait)
        if value is not None and bound.value in (None, value):
            yield bound, Group(bound.trait, value)


def _groups_under(bound: Bound, groups: Iterable[Group]) -> Iterator[Group]:
    """Give the groups a bound holds for; one that is named is there though nobody belongs to it."""
    if bound.value is not None:
        yield Group(bound.trait, bound.value)
        return
    yield from (group for group in groups if group.trait is bound.trait)
