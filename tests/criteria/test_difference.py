"""The list beside the best combination, case by case, with why."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given

from criteria.allocation import (
    ONE_PER_LEAD,
    Aim,
    Bound,
    Group,
    Method,
    Selection,
    Terms,
)
from criteria.allocation.contest import Contest
from criteria.allocation.difference import Difference, Why, difference
from criteria.allocation.optimum import ImpossibleBoundsError, find
from criteria.ranking import Candidate, Ranked, Trait, rank
from foundation.money import Ore, kroner
from tests.criteria.test_optimum import small_fields, small_terms

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(
    frame=kroner(1_000_000),
    threshold=Decimal(40),
    method=Method.FULL_OR_NOTHING,
    selection=Selection.OPTIMUM,
    aim=Aim.MOST_POINTS,
)


def candidate(application: int, score: str, asked: int, lead: str | None = None) -> Candidate:
    plain = Candidate(application, Decimal(score), kroner(asked), None, 5_000, False, NOON)
    return replace(plain, lead=lead)


def compared(terms: Terms, *field: Candidate) -> Difference:
    ranking = rank(field)
    listed = Contest.of(ranking, terms).listed()
    return difference(ranking, listed, find(ranking, terms).lines, terms)


def flips(found: Difference) -> list[tuple[int, int, int, Why]]:
    return [(one.application, one.listed // 100, one.best // 100, one.why) for one in found.flips]


def test_three_small_ones_that_give_more_than_a_large_one() -> None:
    found = compared(
        TERMS,
        candidate(1, "90", 700_000),
        candidate(2, "80", 400_000),
        candidate(3, "70", 300_000),
        candidate(4, "60", 300_000),
    )
    assert flips(found) == [
        (1, 700_000, 0, Why.GIVES_LESS),
        (2, 0, 400_000, Why.GIVES_MORE),
        (3, 0, 300_000, Why.GIVES_MORE),
        (4, 0, 300_000, Why.GIVES_MORE),
    ]
    assert (found.listed.cases, found.best.cases) == (1, 3)
    assert (found.listed.amount, found.best.amount) == (kroner(700_000), kroner(1_000_000))
    assert found.best.worth > found.listed.worth
    assert str(found.flips[0].points_per_million) == "128.6"
    assert str(found.flips[1].points_per_million) == "200.0"


def test_another_of_the_same_lead_takes_its_place() -> None:
    found = compared(
        replace(TERMS, bounds=(ONE_PER_LEAD,)),
        candidate(1, "90", 900_000, "a"),
        candidate(2, "85", 200_000, "a"),
        candidate(3, "80", 700_000, "b"),
    )
    assert flips(found) == [
        (1, 900_000, 0, Why.CEILING),
        (2, 0, 200_000, Why.GIVES_MORE),
        (3, 0, 700_000, Why.GIVES_MORE),
    ]
    assert found.flips[0].group == Group(Trait.LEAD, "a")


def test_one_that_its_group_needs_for_its_floor() -> None:
    bound = Bound(Trait.LEAD, value="b", least_cases=1)
    terms = replace(TERMS, frame=kroner(900_000), bounds=(bound,))
    field = (candidate(1, "90", 900_000, "a"), candidate(2, "50", 500_000, "b"))
    ranking = rank(field)
    unbounded = Contest.of(ranking, replace(terms, bounds=())).listed()
    found = difference(ranking, unbounded, find(ranking, terms).lines, terms)
    assert flips(found) == [
        (1, 900_000, 0, Why.GIVES_LESS),
        (2, 0, 500_000, Why.FLOOR),
    ]
    assert found.flips[1].group == Group(Trait.LEAD, "b")
    assert [broken.bound for broken in found.listed.not_kept] == [bound]
    assert found.best.not_kept == ()


def test_a_part_that_is_over_may_go_elsewhere() -> None:
    terms = replace(
        TERMS,
        method=Method.FULL_UNTIL_SPENT,
        aim=Aim.MOST_POINTS,
        frame=kroner(600_000),
        min_grant=kroner(100_000),
    )
    found = compared(terms, candidate(1, "80", 500_000), candidate(2, "79", 200_000))
    assert flips(found) == [
        (1, 500_000, 400_000, Why.REST),
        (2, 100_000, 200_000, Why.REST),
    ]


@given(small_fields(), small_terms())
def test_the_flips_are_all_of_the_difference_and_nothing_else(
    ranking: tuple[Ranked, ...], terms: Terms
) -> None:
    try:
        best = find(ranking, terms)
    except ImpossibleBoundsError:
        return
    found = difference(ranking, Contest.of(ranking, terms).listed(), best.lines, terms)
    moved = Ore(sum(one.best - one.listed for one in found.flips))
    assert moved == found.best.amount - found.listed.amount
    assert all(one.best != one.listed for one in found.flips)
    assert [one.place for one in found.flips] == sorted(one.place for one in found.flips)
    assert found.best.worth == best.worth
