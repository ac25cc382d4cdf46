"""When a third reader is asked for, how three marks become one, and the order of reading."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.reading import (
    Limits,
    ThirdBecause,
    in_reading_order,
    is_near,
    line_of,
    third_because,
)
from criteria.scoring import (
    Criterion,
    ImpossibleMarkError,
    Marks,
    Settling,
    counted_of,
    settled,
    weighted,
)

CRITERIA = (Criterion("needs", 60, 5, 2), Criterion("plan", 40, 5, None))
NONE = Decimal(0)

marks = st.lists(st.integers(0, 6), min_size=1, max_size=3)
settlings = st.sampled_from(list(Settling))


def sheets(*rows: tuple[int, int]) -> list[Marks]:
    return [
        Marks(number, (("needs", needs), ("plan", plan)))
        for number, (needs, plan) in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("rule", "given_marks", "mark"),
    [
        (Settling.MEAN, (1, 4, 5), Fraction(10, 3)),
        (Settling.MEDIAN, (5, 1, 4), Fraction(4)),
        (Settling.CLOSEST_TWO, (1, 4, 5), Fraction(9, 2)),
        (Settling.CLOSEST_TWO, (5, 1, 1), Fraction(1)),
        (Settling.CLOSEST_TWO, (1, 3, 5), Fraction(3)),
        (Settling.CLOSEST_TWO, (0, 1, 3), Fraction(1, 2)),
    ],
)
def test_three_marks_become_one_by_the_calls_rule(
    rule: Settling, given_marks: tuple[int, ...], mark: Fraction
) -> None:
    assert settled(given_marks, rule) == mark


@given(marks, settlings)
def test_the_mark_lies_between_the_marks_and_does_not_ask_who_read_first(
    found: list[int], rule: Settling
) -> None:
    mark = settled(found, rule)
    assert min(found) <= mark <= max(found)
    assert {settled(found[turn:] + found[:turn], rule) for turn in range(len(found))} == {mark}
    assert set(counted_of(found, rule)) <= set(found)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=2), settlings)
def test_of_two_it_is_always_the_mean(found: list[int], rule: Settling) -> None:
    assert settled(found, rule) == Fraction(sum(found), len(found))


@given(st.lists(st.integers(0, 5), min_size=3, max_size=3), st.integers(0, 2), settlings)
def test_a_higher_mark_never_lowers_what_counts_by_mean_or_median(
    found: list[int], place: int, rule: Settling
) -> None:
    raised = [*found]
    raised[place] += 1
    # The mean of the two closest may: 0, 2 and 3 give 2.5, but 1, 2 and 3 give 2.
    if rule is not Settling.CLOSEST_TWO:
        assert settled(raised, rule) >= settled(found, rule)


def test_a_moderated_mark_stands_instead_of_the_assessors() -> None:
    score = weighted(CRITERIA, sheets((1, 5), (5, 5)), moderated={"needs": 4})
    assert [part.mean for part in score.parts] == [Decimal(4), Decimal(5)]
    assert score.total == Decimal("88.00")
    short = weighted(CRITERIA, sheets((5, 5), (5, 5)), moderated={"needs": 1})
    assert short.below_threshold == ("needs",)


@pytest.mark.parametrize("moderated", [{"needs": 6}, {"needs": -1}, {"other": 1}])
def test_a_moderated_mark_stays_on_its_scale(moderated: dict[str, int]) -> None:
    with pytest.raises(ImpossibleMarkError):
        weighted(CRITERIA, sheets((1, 1)), moderated=moderated)


def test_each_ground_asks_for_a_third_reader_only_beyond_what_is_allowed() -> None:
    two = sheets((5, 3), (3, 3))
    limits = Limits(marks=2, total=24, near=8)
    assert third_because(CRITERIA, two, limits, NONE) == ()
    assert third_because(CRITERIA, two, Limits(marks=1), NONE) == (ThirdBecause.MARKS_DIFFER,)
    assert third_because(CRITERIA, two, Limits(total=23), NONE) == (ThirdBecause.TOTALS_DIFFER,)
    near = third_because(CRITERIA, two, limits, Decimal(80))
    assert near == (ThirdBecause.NEAR_THRESHOLD,)
    assert third_because(CRITERIA, two, limits, Decimal(81)) == ()


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_a_call_without_limits_never_asks(one: int, two: int, three: int, four: int) -> None:
    assert third_because(CRITERIA, sheets((one, two), (three, four)), Limits(), Decimal(50)) == ()


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 100))
def test_a_wider_limit_never_asks_more(one: int, two: int, limit: int, total: int) -> None:
    read = sheets((one, two), (two, one))
    narrow = third_because(CRITERIA, read, Limits(limit, total, total), Decimal(50))
    wide = third_because(CRITERIA, read, Limits(limit + 1, total + 1, total), Decimal(50))
    assert set(wide) <= set(narrow)


def test_the_line_is_the_lowest_that_gets_and_is_nowhere_when_all_or_none_do() -> None:
    assert line_of([(Decimal(80), True), (Decimal(70), True), (Decimal(60), False)]) == 70
    assert line_of([(Decimal(80), True)]) is None
    assert line_of([(Decimal(80), False)]) is None
    assert line_of([]) is None


def test_at_the_edge_is_near_and_beyond_is_not() -> None:
    assert is_near(Decimal("68.00"), Decimal(70), 2)
    assert is_near(Decimal("72.00"), Decimal(70), 2)
    assert not is_near(Decimal("67.99"), Decimal(70), 2)
    assert not is_near(Decimal(70), Decimal(70), None)


@given(st.sets(st.integers(1, 500), max_size=30), st.integers(1, 500))
def test_the_reading_order_is_the_same_each_time_and_stands_when_a_case_comes(
    cases: set[int], new: int
) -> None:
    order = in_reading_order(1, 7, cases)
    assert sorted(order) == sorted(cases)
    assert in_reading_order(1, 7, reversed(order)) == order
    later = in_reading_order(1, 7, {*cases, new})
    assert [case for case in later if case in cases] == order


def test_officers_and_rounds_have_orders_of_their_own_and_no_place_is_favoured() -> None:
    cases = range(1, 41)
    orders = [in_reading_order(1, officer, cases) for officer in range(1, 301)]
    assert len({tuple(order) for order in orders}) == len(orders)
    assert in_reading_order(2, 1, cases) != orders[0]
    mean = sum(order.index(1) for order in orders) / len(orders)
    assert abs(mean - 19.5) < 2.5
