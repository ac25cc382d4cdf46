"""Goals are reached exactly or not at all, and every kommune is of one kind."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from criteria.reaching import EXPECTED, Goal, MunicipalityType, WithoutGrant, type_of, waits_of


@given(st.integers(0, 100), st.integers(1, 400), st.data())
def test_what_is_lacking_is_just_what_makes_the_goal(percent: int, of: int, data: st.DataObject) -> None:
    reached = data.draw(st.integers(0, of))
    goal = Goal(percent, reached, of)
    assert goal.is_met == (Fraction(reached, of) >= Fraction(percent, 100))
    assert goal.is_met == (goal.lacking == 0)
    assert 0 <= Fraction(reached * 100, of) - Fraction(goal.share) < Fraction(1, 10), "never rounded up"
    assert Goal(percent, reached + goal.lacking, of).is_met
    if goal.lacking:
        assert not Goal(percent, reached + goal.lacking - 1, of).is_met


def test_no_kommuner_make_no_goal() -> None:
    assert not Goal(50, 0, 0).is_met
    assert Goal(50, 0, 0).share == 0


@given(st.sampled_from([*WithoutGrant, None]))
def test_whoever_is_not_reached_is_of_the_kind_that_is_not(said: WithoutGrant | None) -> None:
    assert type_of(reached=False, without_grant=said) is MunicipalityType.THREE_B
    assert type_of(reached=True, without_grant=said) is not MunicipalityType.THREE_B


def test_the_draft_expects_something_of_every_kind_that_it_knows() -> None:
    assert set(EXPECTED) == set(MunicipalityType) - {MunicipalityType.UNKNOWN}


@given(st.lists(st.integers(0, 400), max_size=30))
def test_the_middle_wait_has_as_many_shorter_as_longer(days: list[int]) -> None:
    waits = waits_of(days)
    assert waits.number == len(days)
    if waits.middle is None or waits.longest is None:
        assert not days
        return
    assert sum(one < waits.middle for one in days) == sum(one > waits.middle for one in days) or (
        waits.middle in days
    )
    assert waits.longest == max(days)
