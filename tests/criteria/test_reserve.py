"""The reserve list, and what an extra frame gives."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.allocation import ONE_PER_LEAD, Bound, Method, Terms, allocate, not_kept
from criteria.allocation.reserve import Extra, Kind, Order, reserve_list, with_extra
from criteria.ranking import Candidate, Trait, rank
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import ore, spread_candidates, terms

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(
    frame=kroner(1_000_000),
    threshold=Decimal(40),
    method=Method.SHARE_OF_ASKED,
    share_percent=50,
)


def candidate(application: int, score: str, asked: int, lead: str | None = None) -> Candidate:
    plain = Candidate(application, Decimal(score), kroner(asked), None, 5_000, False, NOON)
    return replace(plain, lead=lead)


FIELD = (
    candidate(1, "90", 800_000, "a"),
    candidate(2, "85", 800_000, "b"),
    candidate(3, "80", 800_000, "c"),
    candidate(4, "70", 200_000, "d"),
    candidate(5, "60", 200_000, "e"),
    candidate(6, "30", 200_000, "f"),
)


def reserves(terms: Terms = TERMS) -> list[tuple[int, Kind, int, int]]:
    ranking = rank(FIELD)
    return [
        (one.application, one.kind, one.has // 100, one.most // 100)
        for one in reserve_list(ranking, allocate(ranking, terms), terms)
    ]


def added(extra: Extra, terms: Terms = TERMS) -> dict[int, int]:
    ranking = rank(FIELD)
    lines = allocate(ranking, terms)
    found = with_extra(reserve_list(ranking, lines, terms), extra, FIELD, lines, terms)
    return {one.reserve.application: one.amount // 100 for one in found}


def test_on_the_list_are_those_that_money_can_help() -> None:
    assert reserves() == [
        (1, Kind.INCREASE, 400_000, 800_000),
        (2, Kind.INCREASE, 400_000, 800_000),
        (3, Kind.INCREASE, 200_000, 800_000),
        (4, Kind.NEW, 0, 200_000),
        (5, Kind.NEW, 0, 200_000),
    ]


def test_who_is_out_for_its_groups_sake_is_not_on_it() -> None:
    same = replace(TERMS, bounds=(Bound(Trait.LEAD, value="e", most_amount=kroner(5_000)),))
    ended = replace(same, min_grant=kroner(10_000))
    assert [application for application, *_ in reserves(ended)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (Extra(kroner(500_000)), {1: 400_000, 2: 100_000}),
        (Extra(kroner(500_000), Order.NEW_FIRST), {1: 100_000, 4: 200_000, 5: 200_000}),
        (Extra(kroner(500_000), Order.INCREASE_FIRST), {1: 400_000, 2: 100_000}),
        (
            Extra(kroner(500_000), Order.BY_PLACE, for_new=kroner(300_000)),
            {1: 200_000, 4: 200_000, 5: 100_000},
        ),
        (
            Extra(kroner(900_000), Order.BY_PLACE, for_new=kroner(700_000)),
            {1: 400_000, 2: 100_000, 4: 200_000, 5: 200_000},
        ),
        (Extra(kroner(999)), {}),
        (Extra(kroner(9_000_000)), {1: 400_000, 2: 400_000, 3: 600_000, 4: 200_000, 5: 200_000}),
    ],
)
def test_an_extra_frame_goes_to_whom_it_is_meant_for(
    extra: Extra, expected: dict[int, int]
) -> None:
    assert added(extra) == expected


def test_as_in_2024_sixteen_new_and_sixteen_increased() -> None:
    field = tuple(candidate(number, str(100 - number), 600_000) for number in range(1, 33))
    terms = replace(TERMS, frame=kroner(16 * 300_000))
    ranking = rank(field)
    lines = allocate(ranking, terms)
    reserve = reserve_list(ranking, lines, terms)
    extra = Extra(kroner(14_400_000), for_new=kroner(9_600_000))
    found = with_extra(reserve, extra, field, lines, terms)
    kinds = [one.reserve.kind for one in found]
    assert (kinds.count(Kind.NEW), kinds.count(Kind.INCREASE)) == (16, 16)
    assert sum(one.amount for one in found) == kroner(14_400_000)


def test_in_full_or_not_at_all_holds_for_the_extra_frame_too() -> None:
    whole = replace(TERMS, method=Method.FULL_OR_NEXT)
    assert added(Extra(kroner(350_000)), whole) == {5: 200_000}


@given(
    spread_candidates(),
    terms,
    ore,
    st.sampled_from(Order),
    st.none() | ore,
)
def test_an_extra_frame_breaks_no_rule_and_takes_from_nobody(
    field: list[Candidate], terms: Terms, frame: Ore, order: Order, for_new: Ore | None
) -> None:
    ranking = rank(field, terms.ties)
    lines = allocate(ranking, terms)
    reserve = reserve_list(ranking, lines, terms)
    found = with_extra(reserve, Extra(frame, order, for_new), field, lines, terms)
    assert sum(one.amount for one in found) <= frame
    assert found == with_extra(
        reserve[::-1], Extra(frame, order, for_new), field[::-1], lines[::-1], terms
    )
    amounts = {line.application: line.amount for line in lines}
    for one in found:
        assert one.amount > 0
        assert one.amount % terms.rounding == 0
        amounts[one.reserve.application] = Ore(amounts[one.reserve.application] + one.amount)
        assert terms.smallest <= amounts[one.reserve.application] <= one.reserve.most
    for broken in not_kept(field, amounts, terms.bounds):
        below = (broken.bound.least_cases, broken.bound.least_amount)
        assert broken.cases < below[0] or broken.amount < below[1]


def test_one_lead_is_one_lead_in_both_rounds() -> None:
    field = (candidate(1, "90", 800_000, "a"), candidate(2, "80", 800_000, "a"))
    terms = replace(TERMS, bounds=(ONE_PER_LEAD,))
    ranking = rank(field)
    lines = allocate(ranking, terms)
    (first,) = with_extra(
        reserve_list(ranking, lines, terms), Extra(kroner(9_000_000)), field, lines, terms
    )
    assert (first.reserve.application, first.amount) == (1, kroner(400_000))
    assert first.reserve.has > NOTHING
