import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.settlement import ProjectCost, SettlementError, settle
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import ore

costs = st.builds(ProjectCost, budgeted=st.integers(1, 10**9).map(Ore), actual=ore)


def test_all_spent_and_part_paid_leaves_the_rest_due() -> None:
    outcome = settle(kroner(1000), kroner(750), kroner(1200))
    assert (outcome.earned, outcome.unused, outcome.still_due) == (
        kroner(1000), NOTHING, kroner(250),
    )  # fmt: skip


def test_what_is_paid_and_not_spent_is_unused() -> None:
    outcome = settle(kroner(1000), kroner(750), kroner(600))
    assert (outcome.unused, outcome.still_due) == (kroner(150), NOTHING)


def test_a_project_cheaper_than_budgeted_earns_its_share_in_whole_kroner() -> None:
    cheaper = ProjectCost(budgeted=kroner(3000), actual=kroner(2000))
    outcome = settle(kroner(1000), kroner(750), kroner(1000), cheaper)
    assert (outcome.earned, outcome.unused) == (kroner(666), kroner(84))


def test_a_dearer_project_earns_no_more() -> None:
    dearer = ProjectCost(budgeted=kroner(3000), actual=kroner(4000))
    assert settle(kroner(1000), NOTHING, kroner(2000), dearer).earned == kroner(1000)


def test_a_project_as_dear_as_budgeted_earns_every_ore() -> None:
    as_planned = ProjectCost(budgeted=kroner(3000), actual=kroner(3000))
    assert settle(Ore(1_000_50), NOTHING, kroner(2000), as_planned).earned == Ore(1_000_50)


def test_a_project_that_cost_nothing_earns_nothing() -> None:
    nothing = ProjectCost(budgeted=kroner(3000), actual=NOTHING)
    assert settle(kroner(1000), NOTHING, kroner(1000), nothing).earned == NOTHING


@pytest.mark.parametrize(
    "amounts",
    [(Ore(-1), NOTHING, NOTHING), (NOTHING, Ore(-1), NOTHING), (NOTHING, NOTHING, Ore(-1))],
)
def test_amounts_below_nothing_are_refused(amounts: tuple[Ore, Ore, Ore]) -> None:
    with pytest.raises(SettlementError):
        settle(*amounts)


@pytest.mark.parametrize("cost", [ProjectCost(NOTHING, NOTHING), ProjectCost(Ore(1), Ore(-1))])
def test_an_impossible_project_cost_is_refused(cost: ProjectCost) -> None:
    with pytest.raises(SettlementError):
        settle(kroner(1), NOTHING, kroner(1), cost)


@given(ore, ore, ore, st.none() | costs)
def test_what_is_paid_in_the_end_is_what_was_earned(
    granted: Ore, paid: Ore, spent: Ore, cost: ProjectCost | None
) -> None:
    outcome = settle(granted, paid, spent, cost)
    assert paid - outcome.unused + outcome.still_due == outcome.earned
    assert 0 <= outcome.earned <= min(granted, spent)
    assert NOTHING in (outcome.unused, outcome.still_due)
