"""Priority, realisation and deviation of benefits."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.benefits import (
    TOLERANCE,
    Given,
    Judgement,
    Known,
    Point,
    Threat,
    ValueProblem,
    expected_loss,
    hoped_for,
    is_behind,
    problem_of,
    realised,
)
from criteria.benefitwords import Grade, Level, ValueKind
from followup.benefits.sheet import load_catalogue

BEGUN, REACHED = date(2026, 1, 1), date(2028, 1, 1)
BASELINE, TARGET = Point(Decimal(50), BEGUN), Point(Decimal(30), REACHED)
PLAN = Known(BASELINE, TARGET, frozenset())
TODAY = date(2030, 1, 1)
judgements = st.builds(
    Judgement,
    potential=st.sampled_from(Level),
    strategy=st.sampled_from(Level),
    measurability=st.sampled_from(Level),
    causality=st.sampled_from(Level),
    risk=st.sampled_from(Level),
)
values = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
days = st.dates(min_value=BEGUN, max_value=date(2032, 1, 1))


def measured(value: str, on: date, explanation: str = "") -> Given:
    return Given(
        kind=ValueKind.MEASURED,
        point=Point(Decimal(value), on),
        method="Talt",
        grade=Grade.MEASURED,
        explanation=explanation,
    )


def test_the_formula_gives_the_order_of_the_plans_own_table() -> None:
    benefits = load_catalogue().benefits
    ranked = sorted(benefits, key=lambda one: one.judgement.order)
    assert [one.code for one in ranked] == ["G1", "G2", "G3", "G4", "G5"]
    assert [one.rank for one in ranked] == [1, 2, 3, 4, 5]
    assert [one.judgement.points for one in ranked] == [18, 18, 16, 16, 14]


@given(judgements, st.sampled_from(["potential", "strategy", "measurability", "causality", "risk"]))
def test_more_of_anything_never_lowers_the_priority(judged: Judgement, name: str) -> None:
    facts = {one: getattr(judged, one) for one in Judgement.__dataclass_fields__}
    higher = Judgement(**{**facts, name: Level.HIGH})
    assert higher.points >= judged.points
    assert 7 <= judged.points <= 21
    assert higher.order <= judged.order


@given(values, values, values)
def test_the_way_goes_from_nothing_at_the_baseline_to_all_at_the_target(
    baseline: Decimal, target: Decimal, value: Decimal
) -> None:
    if baseline == target:
        assert realised(baseline, target, value) is None
        return
    assert realised(baseline, target, baseline) == 0
    assert realised(baseline, target, target) == 1
    there, back = realised(baseline, target, value), realised(target, baseline, value)
    assert there is not None
    assert back is not None
    assert abs(there + back - 1) <= Decimal("0.0001")


@given(days, days)
def test_the_straight_line_never_goes_back_and_ends_at_the_target(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert 0 <= hoped_for(BASELINE, TARGET, first) <= hoped_for(BASELINE, TARGET, last) <= 1
    assert hoped_for(BASELINE, TARGET, REACHED) == 1


@given(days)
def test_whoever_is_on_the_line_or_ahead_need_not_explain(on: date) -> None:
    part = hoped_for(BASELINE, TARGET, on)
    on_line = BASELINE.value + part * (TARGET.value - BASELINE.value)
    assert not is_behind(BASELINE, TARGET, Point(on_line, on))
    late = on_line - (TOLERANCE + Decimal("0.01")) * (TARGET.value - BASELINE.value)
    assert is_behind(BASELINE, TARGET, Point(late, on))


def test_without_a_plan_nothing_is_behind() -> None:
    assert not is_behind(None, TARGET, Point(Decimal(90), REACHED))
    assert not is_behind(BASELINE, None, Point(Decimal(90), REACHED))


@given(st.lists(st.builds(Threat, st.integers(0, 100), st.integers(0, 100)), max_size=5))
def test_threats_together_take_no_less_than_each_and_no_more_than_all(
    threats: list[Threat],
) -> None:
    loss = expected_loss(threats)
    assert 0 <= loss <= 100
    assert all(loss >= one.expected - Decimal("0.05") for one in threats)
    assert loss <= sum((one.expected for one in threats), Decimal(0)) + Decimal("0.05")


@pytest.mark.parametrize(
    ("value", "known", "problem"),
    [
        (measured("40", date(2027, 1, 1)), Known(None, None, frozenset()), "value_baseline_first"),
        (measured("40", date(2027, 1, 1)), PLAN, None),
        (measured("48", date(2027, 1, 1)), PLAN, "value_not_explained"),
        (measured("48", date(2027, 1, 1), "Innføringen kom sent."), PLAN, None),
        (measured("40", date(2030, 1, 2)), PLAN, "value_in_the_future"),
        (measured("40", BEGUN), PLAN, "value_not_after_baseline"),
        (
            measured("40", date(2027, 1, 1)),
            Known(BASELINE, TARGET, frozenset({date(2027, 1, 1)})),
            "value_day_taken",
        ),
    ],
)
def test_a_measurement_is_taken_or_told_why_not(
    value: Given, known: Known, problem: str | None
) -> None:
    assert problem_of(value, known, TODAY) == problem


def test_baseline_and_target_differ_and_come_in_order() -> None:
    def target(value: str, on: date) -> Given:
        return Given(kind=ValueKind.TARGET, point=Point(Decimal(value), on), method="", grade=None)

    known = Known(BASELINE, None, frozenset())
    assert problem_of(target("30", REACHED), known, TODAY) is None
    assert problem_of(target("50", REACHED), known, TODAY) is ValueProblem.SAME_AS_BASELINE
    assert problem_of(target("30", BEGUN), known, TODAY) is ValueProblem.NOT_AFTER_BASELINE
    nothing = Known(None, None, frozenset())
    assert problem_of(target("30", REACHED), nothing, TODAY) is ValueProblem.BASELINE_FIRST
    late = Given(
        kind=ValueKind.BASELINE,
        point=Point(Decimal(50), REACHED + timedelta(days=1)),
        method="Talt",
        grade=None,
    )
    assert problem_of(late, nothing, TODAY) is ValueProblem.NO_GRADE
    graded = Given(kind=late.kind, point=late.point, method="Talt", grade=Grade.ESTIMATED)
    assert problem_of(graded, Known(None, TARGET, frozenset()), TODAY) is (
        ValueProblem.NOT_AFTER_BASELINE
    )
    assert (
        problem_of(
            Given(kind=late.kind, point=late.point, method=" ", grade=Grade.MEASURED),
            nothing,
            TODAY,
        )
        is ValueProblem.NO_METHOD
    )
