"""Statistics of the marking, checked against the numbers that were published with the methods."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.quality.agreement import alpha, weighted_kappa
from criteria.quality.measures import (
    Given,
    Reliability,
    Scale,
    Spread,
    Strength,
    Weights,
    reliability_of,
    strength_of,
)
from criteria.quality.officers import drift, spreads
from criteria.quality.report import report
from criteria.quality.reported import TOTAL, Reading
from criteria.scoring import Criterion, Marks

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


WIDTH = 12.706204736432095  # Student's t of one degree of freedom, times a standard error of one


def test_the_spread_tells_who_is_milder_than_the_others_in_the_same_cases() -> None:
    marks = [
        Given(1, 7, 5), Given(1, 8, 3), Given(2, 7, 4), Given(2, 8, 4), Given(3, 9, 2),
    ]  # fmt: skip
    deviation = 0.5**0.5
    milder, stricter, alone = spreads(marks)
    for found, mean in ((milder, 1), (stricter, -1)):
        distance = found.above_others
        assert distance is not None
        assert (distance.mean, distance.cases) == (mean, 2)
        assert distance.interval == pytest.approx((mean - WIDTH, mean + WIDTH))
    assert replace(milder, above_others=None) == Spread(7, 2, 4.5, deviation, 4, 5, None)
    assert replace(stricter, above_others=None) == Spread(8, 2, 3.5, deviation, 3, 4, None)
    assert alone == Spread(9, 1, 2.0, None, 2, 2, None)


# Student (1908), hours of sleep gained, in tenths; R's `t.test` of them, paired, gives this interval.
SLEEP = (
    (7, 19),
    (-16, 8),
    (-2, 11),
    (-12, 1),
    (-1, -1),
    (34, 44),
    (37, 55),
    (8, 16),
    (0, 46),
    (20, 34),
)


def test_the_distance_from_the_others_is_what_student_published() -> None:
    given = [Given(case, who, hours[who]) for case, hours in enumerate(SLEEP) for who in range(2)]
    found = spreads(given)[1].above_others
    assert found is not None
    assert found.interval is not None
    assert (found.mean, *found.interval) == pytest.approx((15.8, 7.001142, 24.598858))
    assert found.is_certain


def test_numbers_have_the_words_that_their_authors_gave_them() -> None:
    assert [strength_of(one) for one in (-0.1, 0.2, 0.4, 0.41, 0.6, 0.8, 0.81)] == [
        Strength.POOR, Strength.POOR, Strength.FAIR, Strength.MODERATE, Strength.MODERATE,
        Strength.GOOD, Strength.VERY_GOOD,
    ]  # fmt: skip
    assert [reliability_of(one) for one in (0.66, 0.667, 0.8)] == [
        Reliability.UNRELIABLE, Reliability.TENTATIVE, Reliability.RELIABLE,
    ]  # fmt: skip


def test_the_report_says_the_same_as_each_measure_alone() -> None:
    scored = (Criterion("need", 70, 5, None), Criterion("plan", 30, 5, None))
    marks = [
        (case, who, (case + who) % 5, (case * who) % 6) for case in range(12) for who in (1, 2)
    ]
    readings = [
        Reading(case, 12 - case, Marks(who, (("need", need), ("plan", plan))))
        for case, who, need, plan in marks
    ]
    need, plan, total = report(scored, readings)
    assert report(scored, readings[::-1]) == (need, plan, total)
    given = [Given(case, who, mark) for case, who, mark, _ in marks]
    assert need.alpha == alpha(given, Scale.ORDINAL)
    (pair,) = need.pairs
    both = [((case + 1) % 5, (case + 2) % 5) for case in range(12)]
    assert pair.kappa == weighted_kappa(both, Weights.LINEAR)
    assert (pair.cases, pair.alike) == (12, 0)
    assert sum(one == other for one, other in [(c % 6, 2 * c % 6) for c in range(12)]) == (
        plan.pairs[0].alike
    )
    # Both have read the last case first.
    backwards = [(case + 1) % 5 for case in reversed(range(12))]
    assert need.officers[0].drift == drift(backwards)
    assert (total.code, total.pairs) == (TOTAL, ())
    assert total.officers[0].spread.mean == pytest.approx(
        100 * sum(need_ * 14 + plan_ * 6 for _, who, need_, plan_ in marks if who == 1) / 12
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
