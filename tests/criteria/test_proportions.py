"""Shares and their intervals, checked against what Newcombe published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.proportions import Proportion, ProportionError


# Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_what_newcombe_published(
    count: int, of: int, low: float, high: float
) -> None:
    assert Proportion(count, of).interval == pytest.approx((low, high), abs=0.00005)


@given(st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_the_interval_in_the_whole(
    pair: tuple[int, int],
) -> None:
    one = Proportion(*pair)
    low, high = one.interval
    assert 0 <= low <= one.share <= high <= 1
    mirrored = Proportion(one.of - one.count, one.of).interval
    assert mirrored == pytest.approx((1 - high, 1 - low))


@given(st.integers(1, 50), st.integers(0, 50))
def test_more_of_the_same_is_surer(count: int, rest: int) -> None:
    few, many = Proportion(count, count + rest), Proportion(count * 4, (count + rest) * 4)
    assert many.interval[0] >= few.interval[0]
    assert many.interval[1] <= few.interval[1]


def test_nothing_of_nothing_could_be_anything() -> None:
    assert (Proportion(0, 0).share, Proportion(0, 0).interval) == (0, (0, 1))
    assert Proportion(2, 4).is_few
    assert not Proportion(2, 5).is_few


@pytest.mark.parametrize("pair", [(3, 2), (-1, 2)])
def test_more_than_all_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(ProportionError):
        Proportion(*pair)
