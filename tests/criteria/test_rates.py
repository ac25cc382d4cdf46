import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.rates import rate_for, reduced
from foundation.money import Ore, kroner
from tests.criteria.strategies import ore

FALLING = {2024: 100, 2025: 90, 2027: 60}


@pytest.mark.parametrize(
    ("start_year", "percent"),
    [(2023, 100), (2024, 100), (2025, 90), (2026, 90), (2027, 60), (2028, 60), (2040, 60)],
)
def test_the_rate_is_that_of_the_latest_year_reached(start_year: int, percent: int) -> None:
    assert rate_for(start_year, FALLING) == percent


def test_nothing_is_reduced_without_a_table() -> None:
    assert rate_for(2028, {}) == 100


def test_nothing_is_reduced_before_the_table_begins() -> None:
    assert rate_for(2024, {2026: 50}) == 100


@given(st.dictionaries(st.integers(2024, 2028), st.integers(1, 100)), st.integers(2020, 2030))
def test_the_order_of_the_table_means_nothing(rates: dict[int, int], year: int) -> None:
    backwards = dict(reversed(rates.items()))
    assert rate_for(year, rates) == rate_for(year, backwards)


def test_what_is_asked_is_reduced_to_whole_kroner() -> None:
    assert reduced(Ore(1_000_99), 90) == kroner(900)


def test_the_full_rate_keeps_every_ore() -> None:
    assert reduced(Ore(1_000_99), 100) == Ore(1_000_99)


@given(ore, st.integers(0, 99))
def test_a_rate_never_gives_more_than_its_percent_nor_a_krone_less(asked: Ore, rate: int) -> None:
    exact = asked * rate
    assert exact - 100 * 100 < reduced(asked, rate) * 100 <= exact
