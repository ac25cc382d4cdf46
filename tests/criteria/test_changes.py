from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.canonical import digest
from criteria.changes import (
    Change,
    ChangeProblem,
    Plan,
    Problem,
    after,
    concerned,
    in_force,
    moved,
    part_in,
    problems,
)
from foundation.money import Ore, kroner

LEAD, FIRST, SECOND = 1, 2, 3
TRAINING, NETWORK, STANDARDS = 11, 12, 13
GRANTED = {2026: kroner(600), 2027: kroner(300)}
PLAN = Plan(
    lead=LEAD,
    participants=frozenset({LEAD, FIRST, SECOND}),
    start_on=date(2026, 1, 1),
    end_on=date(2027, 12, 31),
    activities=frozenset({TRAINING, NETWORK}),
    budget={
        2026: {TRAINING: kroner(400), NETWORK: kroner(200)},
        2027: {TRAINING: kroner(300)},
    },
)
SHARES = {FIRST: frozenset({TRAINING}), SECOND: frozenset({NETWORK})}
MOVES = Change(budget=((2027, ((NETWORK, kroner(100)), (TRAINING, kroner(200)))),))
SETTLED: frozenset[int] = frozenset()

amounts = st.integers(0, 10**9).map(Ore)
budgets = st.dictionaries(
    st.integers(2024, 2028), st.dictionaries(st.integers(1, 5), amounts, max_size=5), max_size=5
)


def found(
    change: Change, *, settled: frozenset[int] = SETTLED, reason: str = "Fordi."
) -> list[Problem]:
    return list(problems(PLAN, change, GRANTED, settled=settled, reason=reason))


def test_a_project_without_changes_is_as_it_was_granted() -> None:
    assert in_force(PLAN, GRANTED, []) == PLAN


def test_changes_are_applied_in_the_order_they_were_approved() -> None:
    first, second = Change(end_on=date(2028, 6, 30)), Change(end_on=date(2028, 3, 31))
    assert in_force(PLAN, GRANTED, [first, second]).end_on == date(2028, 3, 31)
    assert in_force(PLAN, GRANTED, [second, first]).end_on == date(2028, 6, 30)
    gone = in_force(PLAN, GRANTED, [Change(leaving=frozenset({FIRST})), MOVES])
    assert gone.participants == {LEAD, SECOND}
    assert gone.budget[2027] == {NETWORK: kroner(100), TRAINING: kroner(200)}
    assert gone.budget[2026] == PLAN.budget[2026]


@given(budgets, st.dictionaries(st.integers(2024, 2028), amounts, max_size=5))
def test_the_budget_in_force_is_what_each_year_is_granted_to_the_ore(
    budget: dict[int, dict[int, Ore]], granted: dict[int, Ore]
) -> None:
    plan = in_force(
        PLAN, granted, [Change(budget=tuple((y, tuple(c.items())) for y, c in budget.items()))]
    )
    for year, cells in plan.budget.items():
        assert sum(cells.values()) == granted[year]
        assert all(amount >= 0 for amount in cells.values())


def test_more_money_from_a_later_decision_keeps_the_proportions() -> None:
    plan = in_force(PLAN, {2026: kroner(600), 2027: kroner(600)}, [MOVES])
    assert plan.budget[2027] == {NETWORK: kroner(200), TRAINING: kroner(400)}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (Change(), Problem(ChangeProblem.NOTHING_CHANGED)),
        (Change(end_on=PLAN.end_on), Problem(ChangeProblem.NOTHING_CHANGED)),
        (Change(leaving=frozenset({LEAD})), Problem(ChangeProblem.LEAD_LEAVES)),
        (Change(leaving=frozenset({99})), Problem(ChangeProblem.NOT_IN_THE_PLAN)),
        (Change(added=((TRAINING, "Mer."),)), Problem(ChangeProblem.NOT_IN_THE_PLAN)),
        (Change(end_on=date(2025, 1, 1)), Problem(ChangeProblem.END_BEFORE_START)),
        (Change(dropped=PLAN.activities), Problem(ChangeProblem.NO_ACTIVITY_LEFT)),
        (
            Change(added=((STANDARDS, " "),)),
            Problem(ChangeProblem.NEW_ACTIVITY_NOT_DESCRIBED, STANDARDS),
        ),
        (Change(budget=((2025, ()),)), Problem(ChangeProblem.YEAR_NOT_GRANTED, 2025)),
        (
            Change(budget=((2027, ((TRAINING, kroner(299)),)),)),
            Problem(ChangeProblem.YEAR_DOES_NOT_ADD_UP, 2027),
        ),
        (
            Change(budget=((2027, ((TRAINING, kroner(400)), (NETWORK, kroner(-100)))),)),
            Problem(ChangeProblem.YEAR_DOES_NOT_ADD_UP, 2027),
        ),
        (
            Change(dropped=frozenset({NETWORK})),
            Problem(ChangeProblem.MONEY_OUTSIDE_ACTIVITIES, NETWORK),
        ),
        (
            Change(budget=((2027, ((STANDARDS, kroner(300)),)),)),
            Problem(ChangeProblem.MONEY_OUTSIDE_ACTIVITIES, STANDARDS),
        ),
    ],
)
def test_what_is_wrong_with_a_change_is_said(change: Change, problem: Problem) -> None:
    assert problem in found(change)


def test_a_whole_change_has_no_problem_but_needs_a_reason_and_an_open_year() -> None:
    assert found(MOVES) == []
    assert found(MOVES, reason=" ") == [Problem(ChangeProblem.REASON_MISSING)]
    assert found(MOVES, settled=frozenset({2027})) == [Problem(ChangeProblem.YEAR_IS_SETTLED, 2027)]
    dropped = Change(
        dropped=frozenset({NETWORK}),
        budget=((2026, ((TRAINING, kroner(600)),)),),
    )
    assert found(dropped) == []


def test_those_are_concerned_whose_part_is_another() -> None:
    assert concerned(PLAN, Change(end_on=date(2028, 6, 30)), SHARES) == {FIRST, SECOND}
    assert concerned(PLAN, Change(leaving=frozenset({SECOND})), SHARES) == {SECOND}
    assert concerned(PLAN, MOVES, SHARES) == {FIRST, SECOND}
    new = Change(added=((STANDARDS, "Felles standarder."),))
    assert concerned(PLAN, new, SHARES) == frozenset()
    other = Change(budget=((2027, ((STANDARDS, kroner(100)), (TRAINING, kroner(200)))),))
    assert concerned(PLAN, other, SHARES) == {FIRST}


def test_a_yes_holds_for_its_own_part_and_no_other() -> None:
    def part(change: Change, partner: int) -> str:
        return digest(part_in(PLAN, change, partner, SHARES))

    other = Change(budget=((2027, ((NETWORK, kroner(150)), (TRAINING, kroner(150)))),))
    elsewhere = replace(MOVES, dropped=frozenset({NETWORK}))
    assert part(MOVES, FIRST) != part(other, FIRST)
    assert part(MOVES, FIRST) == part(elsewhere, FIRST)
    assert part(MOVES, SECOND) != part(elsewhere, SECOND)
    assert part(MOVES, FIRST) != part(MOVES, SECOND)
    leaves = replace(MOVES, leaving=frozenset({FIRST}))
    assert part(leaves, FIRST) == part(Change(leaving=frozenset({FIRST})), FIRST)
    assert part(leaves, FIRST) != part(MOVES, FIRST)


@given(budgets, budgets)
def test_what_is_moved_is_told_cell_by_cell(
    one: dict[int, dict[int, Ore]], other: dict[int, dict[int, Ore]]
) -> None:
    before, then = replace(PLAN, budget=one), replace(PLAN, budget=other)
    told = moved(before, then)
    assert all(was != now for _cell, was, now in told)
    total = sum(now - was for _cell, was, now in told)
    spent = [sum(sum(cells.values()) for cells in budget.values()) for budget in (one, other)]
    assert total == spent[1] - spent[0]
    assert moved(before, before) == ()


def test_applying_a_change_twice_is_applying_it_once() -> None:
    change = Change(
        end_on=date(2028, 1, 31),
        leaving=frozenset({FIRST}),
        added=((STANDARDS, "Felles standarder."),),
    )
    assert after(after(PLAN, change), change) == after(PLAN, change)
