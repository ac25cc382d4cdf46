from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.scoring import (
    Criterion,
    ImpossibleMarkError,
    IncompleteMarksError,
    Marks,
    Part,
    WeightsError,
    weighted,
)

CRITERIA = (
    Criterion("needs", weight=50, max_mark=6, threshold=3),
    Criterion("plan", weight=30, max_mark=6, threshold=None),
    Criterion("transfer", weight=20, max_mark=4, threshold=2),
)


def sheet(assessor: int, needs: int, plan: int, transfer: int) -> Marks:
    return Marks(assessor, (("needs", needs), ("plan", plan), ("transfer", transfer)))


sheets = st.lists(
    st.builds(
        sheet,
        assessor=st.integers(1, 9),
        needs=st.integers(0, 6),
        plan=st.integers(0, 6),
        transfer=st.integers(0, 4),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda marks: marks.assessor,
)


def test_the_score_is_the_weighted_mean_of_the_marks() -> None:
    score = weighted(CRITERIA, [sheet(1, 6, 3, 2), sheet(2, 3, 3, 3)])
    assert score.parts == (
        Part("needs", Decimal("4.50"), 50, Decimal("37.50")),
        Part("plan", Decimal("3.00"), 30, Decimal("15.00")),
        Part("transfer", Decimal("2.50"), 20, Decimal("12.50")),
    )
    assert score.total == Decimal("65.00")
    assert score.below_threshold == ()


def test_full_marks_give_100_and_no_marks_0() -> None:
    assert weighted(CRITERIA, [sheet(1, 6, 6, 4)]).total == 100
    assert weighted(CRITERIA, [sheet(1, 0, 0, 0)]).total == 0


def test_halves_are_rounded_up_once_from_the_exact_sum() -> None:
    one = (Criterion("only", weight=100, max_mark=16, threshold=None),)
    halfway = [Marks(n, (("only", mark),)) for n, mark in enumerate((1, 0, 0, 0, 0))]
    assert weighted(one, halfway).total == Decimal("1.25")
    eighth = [Marks(n, (("only", mark),)) for n, mark in enumerate((1, 0))]
    assert weighted(one, eighth).total == Decimal("3.13")  # 3.125


def test_rounded_parts_never_move_the_total() -> None:
    thirds = tuple(Criterion(code, weight, 3, None) for code, weight in (("a", 50), ("b", 50)))
    score = weighted(thirds, [Marks(1, (("a", 1), ("b", 1)))])
    assert [part.points for part in score.parts] == [Decimal("16.67")] * 2
    assert score.total == Decimal("33.33")


def test_a_mean_below_the_threshold_is_named_one_at_it_is_not() -> None:
    score = weighted(CRITERIA, [sheet(1, 3, 0, 1), sheet(2, 3, 0, 2)])
    assert score.below_threshold == ("transfer",)


def test_every_assessor_marks_every_criterion() -> None:
    with pytest.raises(IncompleteMarksError) as error:
        weighted(CRITERIA, [sheet(1, 3, 3, 3), Marks(2, (("plan", 3),))])
    assert error.value.missing == ((2, "needs"), (2, "transfer"))


def test_a_case_that_nobody_assessed_has_no_score() -> None:
    with pytest.raises(IncompleteMarksError) as error:
        weighted(CRITERIA, [])
    assert error.value.missing == ((None, "needs"), (None, "plan"), (None, "transfer"))


@pytest.mark.parametrize(
    "criteria",
    [
        (),
        (Criterion("a", 99, 6, None),),
        (Criterion("a", 101, 6, None),),
        (Criterion("a", 100, 0, None),),
        (Criterion("a", 100, 6, None), Criterion("b", 0, 6, None)),
        (Criterion("a", 110, 6, None), Criterion("b", -10, 6, None)),
        (Criterion("a", 50, 6, None), Criterion("a", 50, 6, None)),
    ],
)
def test_criteria_that_make_no_whole_are_refused(criteria: tuple[Criterion, ...]) -> None:
    with pytest.raises(WeightsError):
        weighted(criteria, [Marks(1, (("a", 1), ("b", 1)))])


@pytest.mark.parametrize(
    "marks",
    [
        [sheet(1, 7, 0, 0)],
        [sheet(1, -1, 0, 0)],
        [sheet(1, 1, 1, 1), sheet(1, 2, 2, 2)],
        [Marks(1, (*sheet(1, 1, 1, 1).marks, ("needs", 2)))],
        [Marks(1, (*sheet(1, 1, 1, 1).marks, ("beauty", 2)))],
    ],
)
def test_marks_that_cannot_be_are_refused(marks: list[Marks]) -> None:
    with pytest.raises(ImpossibleMarkError):
        weighted(CRITERIA, marks)


@given(sheets.flatmap(lambda marks: st.tuples(st.just(marks), st.permutations(marks))))
def test_the_order_of_the_assessors_means_nothing(both: tuple[list[Marks], list[Marks]]) -> None:
    marks, turned = both
    assert weighted(CRITERIA, marks) == weighted(CRITERIA, turned)


@given(sheets, st.permutations(CRITERIA))
def test_the_order_of_the_criteria_changes_no_total(
    marks: list[Marks], criteria: list[Criterion]
) -> None:
    assert weighted(criteria, marks).total == weighted(CRITERIA, marks).total


@given(sheets)
def test_a_score_lies_between_0_and_100_with_two_decimals(marks: list[Marks]) -> None:
    total = weighted(CRITERIA, marks).total
    assert 0 <= total <= 100
    assert total == total.quantize(Decimal("0.01"))


@given(sheets)
def test_a_better_mark_never_lowers_the_score(marks: list[Marks]) -> None:
    first, *others = marks
    better = Marks(first.assessor, (*first.marks[:2], ("transfer", 4)))
    before, after = weighted(CRITERIA, marks), weighted(CRITERIA, [better, *others])
    assert after.total >= before.total
    assert set(after.below_threshold) <= set(before.below_threshold)
