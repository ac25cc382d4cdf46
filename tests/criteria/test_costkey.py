"""How costs are divided by a key: to the øre, in whole kroner, and never more than a krone from fair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.costkey import WHOLE, CostKey, KeyProblem, Member, divided, problem, weights
from foundation.money import ORE_PER_KRONE, Ore, kroner

AMOUNTS = st.integers(0, 10**12).map(Ore)
WEIGHED = st.dictionaries(st.integers(1, 400), st.integers(0, 750_000), min_size=1).filter(
    lambda weighed: any(weighed.values())
)
MEMBERS = st.lists(
    st.builds(
        Member, st.integers(1, 400), st.integers(0, 750_000), st.none() | st.integers(0, WHOLE)
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.number,
)


@given(AMOUNTS, WEIGHED)
def test_the_parts_add_up_to_the_amount(amount: Ore, weighed: dict[int, int]) -> None:
    parts = divided(amount, weighed)
    assert sum(parts.values()) == amount
    assert parts.keys() == weighed.keys()


@given(AMOUNTS, WEIGHED)
def test_a_part_is_less_than_a_krone_from_what_is_exact(
    amount: Ore, weighed: dict[int, int]
) -> None:
    """A part is a whole number of kroner; the loose øre of the amount go with one of them."""
    whole, crowns = sum(weighed.values()), amount // ORE_PER_KRONE
    parts = divided(amount, weighed)
    for number, weight in weighed.items():
        away = parts[number] // ORE_PER_KRONE * whole - crowns * weight
        assert -whole < away < whole
    assert sum(part % ORE_PER_KRONE > 0 for part in parts.values()) <= 1


@given(AMOUNTS, WEIGHED)
def test_whoever_counts_more_never_carries_less(amount: Ore, weighed: dict[int, int]) -> None:
    parts = divided(Ore(amount - amount % ORE_PER_KRONE), weighed)
    by_weight = sorted(weighed, key=lambda one: (weighed[one], parts[one]))
    assert [parts[one] for one in by_weight] == sorted(parts.values())


@given(AMOUNTS, WEIGHED)
def test_the_order_of_the_members_means_nothing(amount: Ore, weighed: dict[int, int]) -> None:
    assert divided(amount, dict(reversed(weighed.items()))) == divided(amount, weighed)


@given(WEIGHED)
def test_whoever_does_not_count_carries_nothing_of_whole_kroner(weighed: dict[int, int]) -> None:
    parts = divided(Ore(kroner(12_345)), weighed)
    assert all(parts[one] == 0 for one, weight in weighed.items() if weight == 0)


def test_what_is_left_over_goes_to_those_who_were_cut_the_most() -> None:
    assert divided(Ore(kroner(100)), {1: 1, 2: 1, 3: 1}) == {
        1: kroner(34), 2: kroner(33), 3: kroner(33),
    }  # fmt: skip
    assert divided(Ore(kroner(10)), {1: 1, 2: 5}) == {1: kroner(2), 2: kroner(8)}
    assert divided(Ore(1_050), {7: 1, 8: 1}) == {7: Ore(550), 8: Ore(500)}


@pytest.mark.parametrize(("amount", "weighed"), [(100, {}), (100, {1: 0}), (-1, {1: 1})])
def test_there_must_be_something_to_divide_and_somebody_to_divide_among(
    amount: int, weighed: dict[int, int]
) -> None:
    with pytest.raises(ValueError, match="nothing to divide"):
        divided(Ore(amount), weighed)


@given(AMOUNTS, st.sampled_from(CostKey), MEMBERS)
def test_a_key_without_a_problem_divides(
    amount: Ore, key: CostKey, members: list[Member]
) -> None:
    if problem(key, members) is None:
        assert sum(divided(amount, weights(key, members)).values()) == amount


def test_the_keys_weigh_inhabitants_heads_and_percentages() -> None:
    members = [Member(1, 4321, 7_500), Member(2, 0, 2_500)]
    assert weights(CostKey.POPULATION, members) == {1: 4321, 2: 0}
    assert weights(CostKey.EQUAL, members) == {1: 1, 2: 1}
    assert weights(CostKey.CUSTOM, members) == {1: 7_500, 2: 2_500}


@pytest.mark.parametrize(
    ("key", "members", "expected"),
    [
        (CostKey.POPULATION, [Member(1, 0), Member(2, 0)], KeyProblem.NOBODY_LIVES_THERE),
        (CostKey.POPULATION, [Member(1, 0), Member(2, 1)], None),
        (CostKey.EQUAL, [Member(1, 0)], None),
        (CostKey.CUSTOM, [Member(1, 5, 10_000), Member(2, 5)], KeyProblem.PERCENT_MISSING),
        (CostKey.CUSTOM, [Member(1, 5, 9_999), Member(2, 5, 0)], KeyProblem.NOT_WHOLE),
        (CostKey.CUSTOM, [Member(1, 5, 9_999), Member(2, 5, 2)], KeyProblem.NOT_WHOLE),
        (CostKey.CUSTOM, [Member(1, 5, 10_000), Member(2, 5, 0)], None),
    ],
)
def test_a_key_that_divides_nothing_says_why(
    key: CostKey, members: list[Member], expected: KeyProblem | None
) -> None:
    assert problem(key, members) is expected
