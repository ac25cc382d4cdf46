from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from criteria.instalments import (
    OF_A_CALL,
    PlanError,
    Planned,
    PlanStep,
    Trigger,
    plan,
    split_years,
)
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import ore

HALF_NOW = PlanStep(1, 50, Trigger.ACCEPTED)
PART_LATER = PlanStep(2, 25, Trigger.REPORT_APPROVED)
HELD_BACK = PlanStep(3, 25, Trigger.FINAL_REPORT_APPROVED)
STEPS = (HALF_NOW, PART_LATER, HELD_BACK)

years = st.dictionaries(st.integers(2024, 2028), ore, max_size=5)


@st.composite
def plans(draw: st.DrawFn) -> list[PlanStep]:
    cuts = draw(st.lists(st.integers(1, 99), max_size=4, unique=True).map(sorted))
    percents = [end - start for start, end in zip([0, *cuts], [*cuts, 100], strict=True)]
    return [
        PlanStep(position, percent, trigger, *((3, 15) if trigger is Trigger.ON_DATE else ()))
        for position, percent in enumerate(percents)
        for trigger in (draw(st.sampled_from(OF_A_CALL)),)
    ]


def test_each_year_is_paid_by_the_steps_and_the_rest_comes_last() -> None:
    planned = plan({2025: kroner(101), 2024: Ore(1_000_01)}, (HELD_BACK, HALF_NOW, PART_LATER))
    assert planned == (
        Planned(1, 2024, kroner(500), Trigger.ACCEPTED),
        Planned(2, 2024, kroner(250), Trigger.REPORT_APPROVED),
        Planned(3, 2024, Ore(250_01), Trigger.FINAL_REPORT_APPROVED),
        Planned(4, 2025, kroner(50), Trigger.ACCEPTED),
        Planned(5, 2025, kroner(25), Trigger.REPORT_APPROVED),
        Planned(6, 2025, kroner(26), Trigger.FINAL_REPORT_APPROVED),
    )


def test_an_instalment_of_nothing_is_left_out_and_leaves_no_gap() -> None:
    planned = plan({2024: NOTHING, 2025: kroner(1)}, STEPS)
    assert planned == (Planned(1, 2025, kroner(1), Trigger.FINAL_REPORT_APPROVED),)


@given(years, plans())
def test_instalments_sum_to_the_grant_per_year_and_altogether(
    amounts: dict[int, Ore], steps: list[PlanStep]
) -> None:
    planned = plan(amounts, steps)
    for year, amount in amounts.items():
        assert sum(one.amount for one in planned if one.year == year) == amount
    assert all(one.amount > 0 for one in planned)
    assert all(
        one.due_on == (date(one.year, 3, 15) if one.trigger is Trigger.ON_DATE else None)
        for one in planned
    )
    assert [one.number for one in planned] == list(range(1, len(planned) + 1))


@given(plans().flatmap(lambda steps: st.tuples(st.just(steps), st.permutations(steps))), years)
def test_the_order_the_steps_come_in_means_nothing(
    both: tuple[list[PlanStep], list[PlanStep]], amounts: dict[int, Ore]
) -> None:
    steps, turned = both
    assert plan(amounts, turned) == plan(amounts, steps)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (HALF_NOW,),
        (HALF_NOW, HALF_NOW),
        (PlanStep(1, 100, Trigger.ON_DATE),),
        (PlanStep(1, 100, Trigger.ACCEPTED, 3, 15),),
        (PlanStep(1, 100, Trigger.STAGE_GATE),),
        (PlanStep(1, 100, Trigger.ACCEPTED), PlanStep(2, 0, Trigger.REPORT_APPROVED)),
        (PlanStep(1, 120, Trigger.ACCEPTED), PlanStep(2, -20, Trigger.REPORT_APPROVED)),
    ],
)
def test_a_plan_that_is_not_the_whole_is_refused(steps: tuple[PlanStep, ...]) -> None:
    with pytest.raises(PlanError):
        plan({2024: kroner(100)}, steps)


def test_a_negative_amount_is_neither_planned_nor_spread() -> None:
    with pytest.raises(PlanError):
        plan({2024: Ore(-1)}, STEPS)
    with pytest.raises(PlanError):
        split_years(Ore(-1), {2024: Ore(1)})
    with pytest.raises(PlanError):
        split_years(Ore(1), {2024: Ore(-1), 2025: Ore(5)})


def test_a_grant_is_spread_as_it_was_asked() -> None:
    asked = {2025: kroner(300_000), 2024: kroner(700_000)}
    spread = split_years(kroner(500_000), asked)
    assert list(spread.items()) == [(2024, kroner(350_000)), (2025, kroner(150_000))]


def test_kroner_left_over_go_to_the_years_that_lost_most_the_earlier_first() -> None:
    thirds = {2024: kroner(1), 2025: kroner(1), 2026: kroner(1)}
    assert split_years(kroner(100), thirds) == {
        2024: kroner(34), 2025: kroner(33), 2026: kroner(33),
    }  # fmt: skip
    uneven = {2024: kroner(1), 2025: kroner(2)}
    assert split_years(kroner(100), uneven) == {2024: kroner(33), 2025: kroner(67)}


def test_loose_ore_go_to_the_last_year_that_asked() -> None:
    asked = {2024: kroner(1), 2025: kroner(1), 2026: NOTHING}
    assert split_years(Ore(200_07), asked) == {
        2024: kroner(100), 2025: Ore(100_07), 2026: NOTHING,
    }  # fmt: skip


def test_nothing_is_spread_as_nothing_and_something_needs_a_year() -> None:
    assert split_years(NOTHING, {2024: NOTHING}) == {2024: NOTHING}
    assert split_years(NOTHING, {}) == {}
    with pytest.raises(PlanError):
        split_years(kroner(1), {2024: NOTHING})
    with pytest.raises(PlanError):
        split_years(kroner(1), {})


@given(ore, years)
def test_a_spread_grant_sums_to_the_ore_and_keeps_the_proportions(
    total: Ore, asked: dict[int, Ore]
) -> None:
    assume(sum(asked.values()) > 0)
    spread = split_years(total, asked)
    assert sum(spread.values()) == total
    assert list(spread) == sorted(asked)
    for year, amount in spread.items():
        exact = total * asked[year] / sum(asked.values())
        assert abs(amount - exact) < kroner(2)
        assert asked[year] > 0 or amount == 0
