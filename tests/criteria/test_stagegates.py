"""Stage gates: where one stands, and what is wrong with what is wanted, told or decided."""

from dataclasses import replace
from datetime import date

import pytest

from criteria.stagegates import (
    Outlook,
    PointKind,
    PointOutcome,
    PointPlan,
    PointRefusal,
    PointState,
    Told,
    stands,
    wrong_account,
    wrong_conditions,
    wrong_plan,
)
from foundation.money import NOTHING, Ore, kroner

TODAY = date(2026, 5, 1)
PLAN = PointPlan(PointKind.PHASE, "Oppstart av innføring", "At løsningen er testet.", TODAY)


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        ((), PointState.AWAITS_ACCOUNT),
        ((None,), PointState.AWAITS_DECISION),
        ((PointOutcome.STOP,), PointState.STOPPED),
        ((PointOutcome.STOP, None), PointState.AWAITS_DECISION),
        ((None, PointOutcome.GO_ON), PointState.PASSED),
        ((PointOutcome.STOP, PointOutcome.CONDITIONALLY), PointState.PASSED_CONDITIONALLY),
    ],
)
def test_a_point_stands_where_the_newest_account_has_it(
    outcomes: tuple[PointOutcome | None, ...], state: PointState
) -> None:
    assert stands(outcomes, withdrawn=False) is state
    assert stands(outcomes, withdrawn=True) is PointState.WITHDRAWN


def test_a_day_that_has_been_may_stand_and_not_be_set() -> None:
    past = replace(PLAN, due_on=date(2026, 4, 30))
    assert wrong_plan(PLAN, None, TODAY) is None
    assert wrong_plan(past, None, TODAY) is PointRefusal.DUE_IN_THE_PAST
    assert wrong_plan(past, PLAN, TODAY) is PointRefusal.DUE_IN_THE_PAST
    assert wrong_plan(replace(past, name="Et annet navn"), past, TODAY) is None
    assert wrong_plan(PLAN, PLAN, TODAY) is PointRefusal.UNCHANGED


def test_what_is_spent_is_part_of_what_is_expected() -> None:
    told = Told("Avtalen.", kroner(10), kroner(10), Outlook.AS_PLANNED, "Som før.")
    assert wrong_account(told) is None
    for spent, expected in ((Ore(kroner(10) + 1), kroner(10)), (Ore(-1), NOTHING)):
        wrong = replace(told, spent=spent, expected=expected)
        assert wrong_account(wrong) is PointRefusal.EXPECTS_LESS_THAN_SPENT


def test_conditions_belong_to_going_on_conditionally() -> None:
    assert wrong_conditions(PointOutcome.CONDITIONALLY, "Ny risikovurdering.") is None
    assert wrong_conditions(PointOutcome.CONDITIONALLY, "") is PointRefusal.NO_CONDITIONS
    for outcome in (PointOutcome.GO_ON, PointOutcome.STOP):
        assert wrong_conditions(outcome, "") is None
        assert wrong_conditions(outcome, "Noe.") is PointRefusal.NEEDLESS_CONDITIONS
