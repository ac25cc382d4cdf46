"""A cost beside its estimate: how much, which way, and past which amount."""

from decimal import Decimal

import pytest

from criteria.estimates import Against, Deviation, Estimate
from foundation.money import Ore, kroner

BOTH = Estimate(kroner(1_000_000), kroner(1_300_000))


@pytest.mark.parametrize(
    ("cost", "against", "difference", "share"),
    [
        (kroner(900_000), Against.UNDER, -kroner(100_000), "-0.1"),
        (kroner(1_000_000), Against.AS_EXPECTED, 0, "0"),
        (Ore(kroner(1_000_000) + 1), Against.OVER, 1, "0.00000001"),
        (kroner(1_300_000), Against.OVER, kroner(300_000), "0.3"),
        (Ore(kroner(1_300_000) + 1), Against.OVER_UPPER, kroner(300_000) + 1, "0.30000001"),
        (Ore(0), Against.UNDER, -kroner(1_000_000), "-1"),
    ],
)
def test_a_cost_is_held_against_both_amounts(
    cost: Ore, against: Against, difference: int, share: str
) -> None:
    found = Deviation(cost, BOTH)
    assert (found.against, found.difference, found.share) == (against, difference, Decimal(share))


def test_without_an_upper_amount_a_cost_is_over_and_no_more() -> None:
    assert Deviation(kroner(9), Estimate(kroner(2))).against is Against.OVER


def test_an_upper_amount_below_the_expected_one_is_out_of_order_and_says_nothing() -> None:
    upside_down = Estimate(kroner(10), kroner(8))
    assert not upside_down.in_order
    assert Deviation(kroner(9), upside_down).against is Against.UNDER
    assert Deviation(kroner(11), upside_down).against is Against.OVER
    assert Estimate(kroner(10), kroner(10)).in_order
    assert Estimate(kroner(10)).share(kroner(4)) == Decimal("0.4")
