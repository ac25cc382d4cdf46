"""Bounds on the portfolio: ceilings hold, floors go first, and what lacks is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial

import pytest

from criteria.allocation import (
    ONE_PER_LEAD,
    Bound,
    BoundError,
    Broken,
    Group,
    Method,
    Reason,
    Terms,
    allocate,
    not_kept,
)
from criteria.ranking import Candidate, Trait, rank
from foundation.money import NOTHING, Ore, kroner

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(frame=kroner(1_000_000), threshold=Decimal(40), method=Method.FULL_UNTIL_SPENT)
SMALL = Group(Trait.SIZE_CLASS, "small")


def candidate(
    application: int,
    score: str,
    asked: int,
    *,
    lead: str | None = None,
    county: str | None = None,
    size_class: str | None = None,
) -> Candidate:
    plain = Candidate(application, Decimal(score), kroner(asked), None, 5_000, False, NOON)
    return replace(plain, lead=lead, county=county, size_class=size_class)


def told(terms: Terms, *field: Candidate) -> list[tuple[int, int, Reason]]:
    return [
        (one.application, one.amount // 100, one.reason) for one in allocate(rank(field), terms)
    ]


def test_one_lead_gets_one_grant_and_the_best() -> None:
    field = (
        candidate(1, "90", 100_000, lead="4601"),
        candidate(2, "80", 100_000, lead="4601"),
        candidate(3, "70", 100_000, lead="5001"),
        candidate(4, "60", 100_000),
    )
    lines = allocate(rank(field), replace(TERMS, bounds=(ONE_PER_LEAD,)))
    assert [(one.application, one.amount > 0) for one in lines] == [
        (1, True), (2, False), (3, True), (4, True),
    ]  # fmt: skip
    assert (lines[1].reason, lines[1].group) == (Reason.GROUP_FULL, Group(Trait.LEAD, "4601"))


def test_a_county_gets_at_most_its_money_and_the_last_one_a_part() -> None:
    terms = replace(TERMS, bounds=(Bound(Trait.COUNTY, most_amount=kroner(500_000)),))
    field = (
        candidate(1, "90", 400_000, county="46"),
        candidate(2, "80", 400_000, county="46"),
        candidate(3, "70", 400_000, county="46"),
        candidate(4, "60", 400_000, county="50"),
    )
    assert told(terms, *field) == [
        (1, 400_000, Reason.FUNDED),
        (2, 100_000, Reason.FUNDED_IN_PART_GROUP),
        (3, 0, Reason.GROUP_FULL),
        (4, 400_000, Reason.FUNDED),
    ]


def test_in_full_or_not_at_all_gives_no_part_of_a_groups_room_and_goes_on() -> None:
    terms = replace(
        TERMS,
        method=Method.FULL_OR_NOTHING,
        bounds=(Bound(Trait.COUNTY, value="46", most_amount=kroner(500_000)),),
    )
    field = (
        candidate(1, "90", 400_000, county="46"),
        candidate(2, "80", 400_000, county="46"),
        candidate(3, "70", 400_000, county="50"),
    )
    assert told(terms, *field) == [
        (1, 400_000, Reason.FUNDED),
        (2, 0, Reason.GROUP_FULL),
        (3, 400_000, Reason.FUNDED),
    ]


def test_the_best_that_a_floor_needs_goes_before_its_place() -> None:
    terms = replace(TERMS, bounds=(Bound(Trait.SIZE_CLASS, value="small", least_cases=1),))
    field = (
        candidate(1, "90", 900_000, size_class="large"),
        candidate(2, "80", 300_000, size_class="small"),
        candidate(3, "70", 300_000, size_class="small"),
    )
    lines = allocate(rank(field), terms)
    assert [(one.application, one.amount // 100) for one in lines] == [
        (1, 700_000), (2, 300_000), (3, 0),
    ]  # fmt: skip
    assert [one.ahead_for for one in lines] == [None, SMALL, None]


def test_a_floor_in_money_takes_as_many_as_it_needs() -> None:
    terms = replace(
        TERMS, bounds=(Bound(Trait.SIZE_CLASS, value="small", least_amount=kroner(500_000)),)
    )
    field = (
        candidate(1, "90", 900_000, size_class="large"),
        candidate(2, "80", 300_000, size_class="small"),
        candidate(3, "70", 300_000, size_class="small"),
        candidate(4, "60", 300_000, size_class="small"),
    )
    assert [amount for _, amount, _ in told(terms, *field)] == [400_000, 300_000, 300_000, 0]


def test_nobody_below_the_threshold_fills_a_floor_and_what_lacks_is_told() -> None:
    bound = Bound(Trait.SIZE_CLASS, value="small", least_cases=1)
    field = (
        candidate(1, "90", 100_000, size_class="large"),
        candidate(2, "30", 300_000, size_class="small"),
    )
    lines = allocate(rank(field), replace(TERMS, bounds=(bound,)))
    assert lines[1].reason is Reason.BELOW_THRESHOLD
    amounts = {line.application: line.amount for line in lines}
    assert not_kept(field, amounts, (bound,)) == (Broken(bound, SMALL, 0, NOTHING),)


def test_a_named_group_that_nobody_is_in_lacks_all_of_its_floor() -> None:
    bound = Bound(Trait.SIZE_CLASS, value="small", least_cases=1)
    assert not_kept((), {}, (bound,)) == (Broken(bound, SMALL, 0, NOTHING),)
    assert not_kept((), {}, (replace(bound, value=None),)) == ()


def test_what_is_above_a_ceiling_is_told() -> None:
    field = (
        candidate(1, "90", 100_000, size_class="small"),
        candidate(2, "80", 300_000, size_class="small"),
    )
    few = Bound(Trait.SIZE_CLASS, most_cases=1)
    little = Bound(Trait.SIZE_CLASS, most_amount=kroner(100_000))
    amounts = {1: kroner(100_000), 2: kroner(300_000)}
    assert not_kept(field, amounts, (few, little)) == (
        Broken(few, SMALL, 2, kroner(400_000)),
        Broken(little, SMALL, 2, kroner(400_000)),
    )


@pytest.mark.parametrize(
    "bound",
    [
        partial(Bound, Trait.COUNTY),
        partial(Bound, Trait.COUNTY, least_cases=-1),
        partial(Bound, Trait.COUNTY, least_amount=Ore(-1)),
        partial(Bound, Trait.COUNTY, least_cases=2, most_cases=1),
        partial(Bound, Trait.COUNTY, least_amount=Ore(2), most_amount=Ore(1)),
    ],
)
def test_a_bound_that_cannot_be_or_limits_nothing_is_refused(bound: Callable[[], Bound]) -> None:
    with pytest.raises(BoundError):
        bound()
