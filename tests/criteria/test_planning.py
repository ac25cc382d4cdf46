"""Changing a plan: years keep their sums, no year is paid before it begins, and a cut loses nothing."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.instalments import Trigger
from criteria.planning import (
    MOST_PARTS,
    Awaited,
    Facts,
    Part,
    PlanRefusal,
    Problem,
    cut,
    is_released,
    problem,
)
from foundation.money import NOTHING, Ore, kroner

YEARS = (2026, 2027)
POINTS = (7, 8)
AWAITED = Awaited(YEARS, POINTS)
years = st.sampled_from(YEARS)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    year, trigger = draw(years), draw(st.sampled_from(Trigger))
    return Part(
        year,
        Ore(draw(st.integers(1, 10**9))),
        trigger,
        draw(years) if trigger is Trigger.REPORT_APPROVED else None,
        draw(st.dates(date(year, 1, 1), date(2030, 1, 1))) if trigger is Trigger.ON_DATE else None,
        draw(st.sampled_from(POINTS)) if trigger is Trigger.STAGE_GATE else None,
    )


def sums(of: list[Part]) -> dict[int, Ore]:
    found: Counter[int] = Counter()
    for one in of:
        found[one.year] += one.amount
    return {year: Ore(amount) for year, amount in found.items()}


@given(st.lists(parts(), min_size=1, max_size=MOST_PARTS))
def test_parts_that_add_up_year_by_year_are_a_plan(wanted: list[Part]) -> None:
    assert problem(wanted, sums(wanted), AWAITED) is None


@given(st.lists(parts(), min_size=1, max_size=8), years, st.integers(1, 10**6))
def test_an_ore_more_or_less_in_a_year_is_told_with_its_year(
    wanted: list[Part], year: int, more: int
) -> None:
    owed = sums(wanted)
    there = owed.get(year, NOTHING)
    found = problem(wanted, owed | {year: Ore(there + more)}, AWAITED)
    assert found == Problem(PlanRefusal.NOT_THE_YEAR, year, there, Ore(there + more))


@given(st.lists(parts(), min_size=2, max_size=8))
def test_money_moved_to_another_year_is_refused(wanted: list[Part]) -> None:
    first, *rest = wanted
    other = 2027 if first.year == 2026 else 2026
    moved = Part(other, first.amount, Trigger.ACCEPTED)
    found = problem([moved, *rest], sums(wanted), AWAITED)
    assert found is not None
    assert found.why is PlanRefusal.NOT_THE_YEAR


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (
            Part(2027, kroner(1), Trigger.ON_DATE, None, date(2026, 12, 31)),
            PlanRefusal.BEFORE_ITS_YEAR,
        ),
        (Part(2027, kroner(1), Trigger.ON_DATE), PlanRefusal.NO_DATE),
        (Part(2027, kroner(1), Trigger.ACCEPTED, None, date(2027, 1, 1)), PlanRefusal.NO_DATE),
        (Part(2027, kroner(1), Trigger.REPORT_APPROVED, 2028), PlanRefusal.NO_SUCH_REPORT),
        (Part(2027, kroner(1), Trigger.STAGE_GATE, point=9), PlanRefusal.NO_SUCH_POINT),
        (Part(2027, kroner(1), Trigger.STAGE_GATE), PlanRefusal.NO_SUCH_POINT),
        (Part(2027, NOTHING, Trigger.ACCEPTED), PlanRefusal.NOT_ABOVE_NOTHING),
    ],
)
def test_a_part_that_cannot_be_is_refused(part: Part, why: PlanRefusal) -> None:
    found = problem([part], {2027: kroner(1)}, AWAITED)
    assert found is not None
    assert found.why is why


def test_nothing_owed_is_nothing_to_plan_and_a_plan_has_an_end() -> None:
    one = Part(2026, kroner(1), Trigger.ACCEPTED)
    assert problem([], {}, AWAITED) == Problem(PlanRefusal.NOTHING_TO_PLAN)
    many = [one] * (MOST_PARTS + 1)
    assert problem(many, sums(many), AWAITED) == Problem(PlanRefusal.TOO_MANY)


def test_each_part_is_released_by_its_own_fact() -> None:
    day = date(2026, 5, 1)
    report = Part(2026, kroner(1), Trigger.REPORT_APPROVED, 2025)
    final = Part(2026, kroner(1), Trigger.FINAL_REPORT_APPROVED)
    dated = Part(2026, kroner(1), Trigger.ON_DATE, None, day)
    passed = Part(2026, kroner(1), Trigger.STAGE_GATE, point=7)
    nothing, everything = Facts(), Facts(frozenset({2025}), final=True, points=frozenset({7}))
    assert is_released(Part(2026, kroner(1), Trigger.ACCEPTED), nothing, day)
    assert [is_released(one, nothing, day) for one in (report, final, passed)] == [False] * 3
    assert [is_released(one, everything, day) for one in (report, final, passed)] == [True] * 3
    assert not is_released(report, Facts(frozenset({2026})), day)
    assert not is_released(passed, Facts(points=frozenset({8})), day)
    assert [is_released(dated, nothing, date(2026, 4, 30)), is_released(dated, nothing, day)] == [
        False, True,
    ]  # fmt: skip


@given(st.lists(st.integers(0, 10**9).map(Ore), max_size=8), st.integers(0, 10**10))
def test_a_cut_takes_exactly_so_much_from_the_last_parts(amounts: list[Ore], by: int) -> None:
    if by > sum(amounts):
        with pytest.raises(ValueError, match="cannot"):
            cut(amounts, Ore(by))
        return
    after = cut(amounts, Ore(by))
    assert sum(amounts) - sum(after) == by
    touched = [
        place for place, (one, was) in enumerate(zip(after, amounts, strict=True)) if one < was
    ]
    assert all(after[place] == 0 for place in touched[1:])
    assert all(one >= 0 for one in after)
