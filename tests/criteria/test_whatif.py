"""What would happen if one thing were otherwise: the cases that turn, and no others."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.allocation import Bound, Line, Method, Selection, Terms, allocate
from criteria.allocation.optimum import find
from criteria.ranking import Candidate, Ranked, TieRule, Ties, Trait
from criteria.scoring import Criterion, Marks, WeightsError
from criteria.whatif import (
    DRAWS,
    Case,
    Change,
    FrameBy,
    Round,
    SharedOutAs,
    SmallestGrant,
    ThresholdAt,
    Together,
    Turn,
    UnknownCriterionError,
    WeightsAs,
    WithBound,
    WithoutOfficer,
    steadiness,
    what_if,
)
from foundation.money import Ore, kroner

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
CRITERIA = (Criterion("goal", 60, 5, None), Criterion("plan", 40, 5, None))
TERMS = Terms(frame=kroner(1_000_000), threshold=Decimal(40), method=Method.FULL_UNTIL_SPENT)


def case(
    number: int, *sheets: tuple[int, int, int], asked: int = 400_000, size_class: str = "large"
) -> Case:
    """Give a case with (officer, goal, plan) for each who has assessed it."""
    candidate = Candidate(number, Decimal(0), kroner(asked), None, 5_000, False, NOON)
    return Case(
        replace(candidate, size_class=size_class),
        tuple(Marks(who, (("goal", goal), ("plan", plan))) for who, goal, plan in sheets),
    )


NOW = Round(
    CRITERIA,
    (
        case(1, (7, 5, 3), (8, 5, 3)),
        case(2, (7, 3, 5), (8, 4, 5)),
        case(3, (7, 5, 2), (8, 2, 2)),
        case(4, (8, 3, 2), size_class="small"),
    ),
    TERMS,
)


def turned(change: Change, now: Round = NOW) -> list[tuple[int, Turn, int, int]]:
    return [
        (one.application, one.turn, one.amounts[0] // 100, one.amounts[1] // 100)
        for one in what_if(now, change).flips
    ]


def test_as_it_is_the_score_is_what_the_marks_give() -> None:
    lines = what_if(NOW, FrameBy(Ore(0))).before
    assert [(one.application, str(one.score), one.amount // 100) for one in lines] == [
        (1, "84.00", 400_000), (2, "82.00", 400_000), (3, "58.00", 200_000), (4, "52.00", 0),
    ]  # fmt: skip


def test_a_larger_or_smaller_frame_reaches_further_or_shorter() -> None:
    assert turned(FrameBy(kroner(300_000))) == [
        (3, Turn.MORE, 200_000, 400_000), (4, Turn.IN, 0, 100_000),
    ]  # fmt: skip
    assert turned(FrameBy(kroner(-200_000))) == [(3, Turn.OUT, 200_000, 0)]
    assert [turn for _, turn, *_ in turned(FrameBy(kroner(-9_000_000)))] == [Turn.OUT] * 3


def test_a_higher_threshold_shuts_out_and_leaves_room() -> None:
    assert turned(ThresholdAt(Decimal(60))) == [(3, Turn.OUT, 200_000, 0)]
    assert turned(ThresholdAt(Decimal("52.01"))) == []


def test_other_weights_turn_the_order() -> None:
    found = what_if(NOW, WeightsAs({"goal": 20, "plan": 80}))
    assert [one.application for one in found.after] == [2, 1, 3, 4]
    assert found.after[2].score == Decimal("46.00")
    assert turned(WeightsAs({"goal": 20, "plan": 80})) == []


def test_weights_must_still_be_a_whole_and_of_the_rounds_own_criteria() -> None:
    with pytest.raises(WeightsError):
        what_if(NOW, WeightsAs({"goal": 61}))
    with pytest.raises(UnknownCriterionError, match=r"^risk$"):
        what_if(NOW, WeightsAs({"risk": 10}))


def test_without_one_officer_the_others_marks_count_alone() -> None:
    found = what_if(NOW, WithoutOfficer(8))
    assert [(one.application, str(one.score)) for one in found.after] == [
        (1, "84.00"), (2, "76.00"), (3, "76.00"),
    ]  # fmt: skip
    assert found.left_out == (4,)
    assert what_if(NOW, WithoutOfficer(9)).flips == ()


def test_who_only_that_officer_has_assessed_goes_out() -> None:
    rich = replace(NOW, terms=replace(TERMS, frame=kroner(9_000_000)))
    (flip,) = what_if(rich, WithoutOfficer(8)).flips
    assert (flip.application, flip.turn, flip.places) == (4, Turn.OUT, (4, None))


def test_a_smallest_grant_takes_the_remainder_from_the_last() -> None:
    assert turned(SmallestGrant(kroner(300_000))) == [(3, Turn.OUT, 200_000, 0)]
    assert turned(SmallestGrant(None)) == []


def test_a_floor_for_a_group_lets_its_best_in() -> None:
    floor = WithBound(Bound(Trait.SIZE_CLASS, value="small", least_cases=1))
    assert turned(floor) == [
        (2, Turn.LESS, 400_000, 200_000),
        (3, Turn.OUT, 200_000, 0),
        (4, Turn.IN, 0, 400_000),
    ]


def test_the_best_combination_is_asked_of_the_solver() -> None:
    def best(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
        return find(ranking, terms).lines

    terms = replace(TERMS, method=Method.FULL_OR_NOTHING, selection=Selection.OPTIMUM)
    found = what_if(replace(NOW, terms=terms), FrameBy(kroner(200_000)), best)
    assert [(one.application, one.turn) for one in found.flips] == [(3, Turn.IN)]


def test_ties_by_the_main_criterion_follow_the_marks() -> None:
    field = (case(1, (7, 4, 1)), case(2, (7, 2, 4)))
    by_main = replace(TERMS, ties=Ties((TieRule.HIGHER_ON_MAIN_CRITERION,)))
    for main, first in (("goal", 1), ("plan", 2)):
        ranking = Round(CRITERIA, field, by_main, main).ranking()
        assert ranking[0].candidate.score == ranking[1].candidate.score
        assert ranking[0].candidate.application == first


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(0, 5), st.integers(0, 5)),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(
        [
            FrameBy(kroner(350_000)),
            ThresholdAt(Decimal(70)),
            WeightsAs({"goal": 30, "plan": 70}),
            WithoutOfficer(2),
            SmallestGrant(kroner(250_000)),
        ]
    ),
)
def test_the_cases_that_turn_are_all_that_differ(
    marks: list[tuple[int, int, int]], change: Change
) -> None:
    now = Round(CRITERIA, tuple(case(n, sheet) for n, sheet in enumerate(marks, 1)), TERMS)
    found = what_if(now, change)
    assert found.before == allocate(now.ranking(), now.terms)
    before = {one.application: one.amount for one in found.before}
    after = {one.application: one.amount for one in found.after}
    differing = {n for n in {*before, *after} if before.get(n, 0) != after.get(n, 0)}
    assert {one.application for one in found.flips} == differing
    assert {*before} - {*after} == {*found.left_out}
    turned_round = replace(now, cases=now.cases[::-1])
    assert what_if(turned_round, change) == found


def test_several_things_at_once_are_one_change() -> None:
    both = Together((FrameBy(kroner(300_000)), ThresholdAt(Decimal(60))))
    assert turned(both) == [(3, Turn.OUT, 200_000, 0)]
    assert turned(Together(())) == []


def test_another_way_of_sharing_out() -> None:
    in_full = SharedOutAs(Method.FULL_OR_NOTHING, Selection.DOWN_THE_LIST, 100)
    assert turned(in_full) == [(3, Turn.OUT, 200_000, 0)]
    half = SharedOutAs(Method.SHARE_OF_ASKED, Selection.DOWN_THE_LIST, 50)
    assert what_if(NOW, half).after[0].amount == kroner(200_000)


def test_weights_that_cannot_be_off_leave_everybody_where_they_are() -> None:
    assert [(one.application, one.times) for one in steadiness(NOW, 0)] == [
        (1, DRAWS), (2, DRAWS), (3, DRAWS), (4, 0),
    ]  # fmt: skip


def test_a_case_near_the_line_is_in_for_some_weights_and_out_for_others() -> None:
    """3 and 4 share what is left; 4 has the better plan and passes 3 when the plan weighs some more."""
    close = replace(NOW, cases=(*NOW.cases[:2], case(3, (7, 4, 2)), case(4, (8, 2, 4))))
    now = replace(close, terms=replace(TERMS, frame=kroner(900_000)))
    found = {one.application: one for one in steadiness(now, 20)}
    assert found[1].is_certain
    assert not found[3].is_certain
    assert found[3].times + found[4].times >= DRAWS
    assert 0 < found[4].share < found[3].share < 1
    assert {
        one.application: one for one in steadiness(replace(now, cases=now.cases[::-1]), 20)
    } == found


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6),
    st.integers(0, 30),
)
def test_who_does_better_on_everything_is_in_at_least_as_often(
    marks: list[tuple[int, int]], points: int
) -> None:
    now = Round(CRITERIA, tuple(case(n, (7, *one)) for n, one in enumerate(marks, 1)), TERMS)
    found = {one.application: one.times for one in steadiness(now, points, draws=12)}
    assert sorted(found) == list(range(1, len(marks) + 1))
    for better, one in enumerate(marks, 1):
        for worse, other in enumerate(marks, 1):
            if one[0] > other[0] and one[1] > other[1]:
                assert found[better] >= found[worse]


@given(st.integers(0, 5), st.integers(0, 5), st.integers(1, 99))
def test_the_drawn_score_is_the_score_of_those_weights(goal: int, plan: int, weight: int) -> None:
    """A draw without any freedom is the ordinary score, rounded as it is."""
    criteria = (replace(CRITERIA[0], weight=weight), replace(CRITERIA[1], weight=100 - weight))
    seen: list[Decimal] = []

    def share(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
        entered = tuple(ranking)
        seen.extend(one.candidate.score for one in entered)
        return allocate(entered, terms)

    now = Round(criteria, (case(1, (7, goal, plan), (8, plan, goal)),), TERMS)
    steadiness(now, 0, share, draws=1)
    assert seen == [now.ranking()[0].candidate.score]
