"""Statistics of the marking, checked against the numbers that were published with the methods."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.quality.agreement import Given, Scale, Weights, alpha, weighted_kappa
from criteria.quality.officers import Spread, drift, spreads

# Krippendorff (2011), section C: four observers, twelve units, marks missing.
KRIPPENDORFF = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# Two dermatologists, 88 patients (SAS/STAT, the FREQ procedure, the example of Cohen's kappa).
DERMATOLOGISTS = ((10, 4, 1, 0), (5, 10, 12, 2), (2, 4, 12, 5), (0, 2, 6, 13))
# Anscombe (1973), the first set, with x put in order: 4 to 14, one apart.
ANSCOMBE = (4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96)


def published() -> list[Given]:
    return [
        Given(case, assessor, int(mark))
        for assessor, line in enumerate(KRIPPENDORFF)
        for case, mark in enumerate(line.split())
        if mark != "."
    ]


@pytest.mark.parametrize(("scale", "expected"), [(Scale.ORDINAL, 0.815), (Scale.INTERVAL, 0.849)])
def test_alpha_is_what_krippendorff_published(scale: Scale, expected: float) -> None:
    found = alpha(published(), scale)
    assert found is not None
    assert found.estimate == pytest.approx(expected, abs=0.0005)
    assert found.cases == 11  # one has only one mark
    assert found.low < found.estimate < found.high <= 1


def test_the_same_marks_give_the_same_interval_in_any_order() -> None:
    assert alpha(published(), Scale.ORDINAL) == alpha(published()[::-1], Scale.ORDINAL)


def test_kappa_and_its_interval_are_what_sas_published() -> None:
    pairs = [
        (first, second)
        for first, second in product(range(4), repeat=2)
        for _ in range(DERMATOLOGISTS[first][second])
    ]
    found = weighted_kappa(pairs, Weights.LINEAR)
    assert found is not None
    assert found.cases == 88
    assert (found.estimate, found.low, found.high) == pytest.approx(
        (0.5082, 0.3798, 0.6366), abs=0.00005
    )


def test_drift_is_the_line_that_anscombe_published() -> None:
    found = drift([round(mark * 100) for mark in ANSCOMBE])
    assert found is not None
    assert found.each / 100 == pytest.approx(0.5001, abs=0.00005)
    # The published standard error, 0.1179, times the t value of nine degrees of freedom.
    assert (found.high - found.each) / 100 == pytest.approx(0.1179 * 2.2622, abs=0.0002)
    assert found.is_certain


def test_marks_that_stay_alike_do_not_drift() -> None:
    found = drift([3, 3, 3, 3])
    assert found is not None
    assert (found.each, found.is_certain) == (0, False)
    assert drift([1, 5]) is None


def test_where_nothing_can_be_said_nothing_is() -> None:
    assert alpha([], Scale.ORDINAL) is None
    assert alpha([Given(1, 1, 3), Given(1, 2, 4)], Scale.INTERVAL) is None
    alike = [Given(case, who, 3) for case in range(5) for who in range(2)]
    assert alpha(alike, Scale.INTERVAL) is None
    assert weighted_kappa([(3, 3), (3, 3)], Weights.LINEAR) is None
    assert weighted_kappa([(3, 4)], Weights.LINEAR) is None


def test_full_agreement_is_one() -> None:
    agreed = [Given(case, who, case % 4) for case in range(8) for who in range(2)]
    for scale in Scale:
        found = alpha(agreed, scale)
        assert found is not None
        assert found.estimate == pytest.approx(1)
    for weights in Weights:
        kappa = weighted_kappa([(0, 0), (1, 1), (4, 4)], weights)
        assert kappa is not None
        assert (kappa.estimate, kappa.high) == pytest.approx((1, 1))


def test_the_spread_tells_who_is_milder_than_the_others_in_the_same_cases() -> None:
    marks = [
        Given(1, 7, 5), Given(1, 8, 3), Given(2, 7, 4), Given(2, 8, 4), Given(3, 9, 2),
    ]  # fmt: skip
    deviation = 0.5**0.5
    assert spreads(marks) == (
        Spread(7, 2, 4.5, deviation, 4, 5, 1.0),
        Spread(8, 2, 3.5, deviation, 3, 4, -1.0),
        Spread(9, 1, 2.0, None, 2, 2, None),
    )


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=15),
    st.sampled_from(Weights),
)
def test_kappa_is_the_same_whoever_is_named_first(
    pairs: list[tuple[int, int]], weights: Weights
) -> None:
    one = weighted_kappa(pairs, weights)
    other = weighted_kappa([(second, first) for first, second in pairs], weights)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.estimate == pytest.approx(other.estimate)
        assert one.low <= one.estimate <= 1 + 1e-9
