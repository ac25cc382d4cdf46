"""A cost beside what others have had: for each inhabitant, of a procurement, and what may be saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.yardsticks import (
    INTRODUCTION_PER_INHABITANT,
    PROCUREMENT,
    Introduction,
    Likely,
    Procurement,
    per_inhabitant,
)
from foundation.money import Ore, kroner


@pytest.mark.parametrize(
    ("each", "standing"),
    [
        (371, Likely.BELOW), (372, Likely.WITHIN), (443, Likely.WITHIN), (444, Likely.ABOVE),
    ],
)  # fmt: skip
def test_both_ends_of_a_span_are_within(each: int, standing: Likely) -> None:
    assert Introduction(kroner(each)).standing is standing


@given(st.integers(1, 10**14), st.integers(1, 10**7))
def test_a_cost_for_each_inhabitant_is_the_nearest_krone(cost: int, inhabitants: int) -> None:
    found = per_inhabitant(Ore(cost), inhabitants)
    assert found is not None
    assert found.each % 100 == 0
    assert abs(found.each * inhabitants - cost) * 2 <= 100 * inhabitants


@pytest.mark.parametrize(("cost", "inhabitants"), [(0, 100), (100, 0)])
def test_nothing_is_said_of_nothing(cost: int, inhabitants: int) -> None:
    assert per_inhabitant(Ore(cost), inhabitants) is None


def test_a_procurement_tells_what_buying_together_may_save() -> None:
    found = Procurement(kroner(5_000_001), 11)
    assert found.span is PROCUREMENT
    assert found.standing is Likely.ABOVE
    assert found.weeks_saved == (55, 165)
    assert (found.better_price.low, found.better_price.high) == (kroner(500_000), kroner(1_000_000))
    assert Procurement(kroner(999_999), 1).standing is Likely.BELOW
    assert INTRODUCTION_PER_INHABITANT.low < INTRODUCTION_PER_INHABITANT.high
