from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.ranking import (
    USUAL_TIES,
    Candidate,
    DuplicateCandidateError,
    RankingError,
    TieRule,
    Ties,
    parted_by,
    rank,
)
from foundation.money import kroner
from tests.criteria.strategies import candidates, spread_candidates, ties

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
FIRST = Candidate(
    application=5,
    score=Decimal("70.00"),
    asked=kroner(900_000),
    granted_cap=None,
    inhabitants=4_000,
    below_threshold=False,
    submitted_at=NOON,
)


def order(*field: Candidate, ties: Ties = USUAL_TIES) -> list[int]:
    return [ranked.candidate.application for ranked in rank(field, ties)]


@pytest.mark.parametrize(
    "better",
    [
        replace(FIRST, application=9, score=Decimal("70.01"), inhabitants=700_000),
        replace(FIRST, application=9, inhabitants=3_999, submitted_at=NOON + timedelta(days=1)),
        replace(FIRST, application=9, submitted_at=NOON - timedelta(seconds=1)),
        replace(FIRST, application=4),
    ],
    ids=["higher score", "fewer inhabitants", "handed in before", "lower number"],
)
def test_the_tie_rule_is_asked_in_its_stated_order(better: Candidate) -> None:
    assert order(FIRST, better) == [better.application, FIRST.application]


OTHER = replace(FIRST, application=9)


@pytest.mark.parametrize(
    ("rule", "better"),
    [
        (TieRule.FEWER_INHABITANTS, replace(OTHER, inhabitants=3_999)),
        (TieRule.MORE_INHABITANTS, replace(OTHER, inhabitants=4_001)),
        (TieRule.EARLIER_SUBMITTED, replace(OTHER, submitted_at=NOON - timedelta(seconds=1))),
        (TieRule.LOWER_ASKED, replace(OTHER, asked=kroner(899_999))),
        (TieRule.HIGHER_ON_MAIN_CRITERION, replace(OTHER, main_points=Decimal("20.01"))),
        (TieRule.LOWER_NUMBER, replace(OTHER, application=4)),
    ],
)
def test_each_rule_decides_between_two_with_the_same_score_and_only_then(
    rule: TieRule, better: Candidate
) -> None:
    first, ties = replace(FIRST, main_points=Decimal(20)), Ties((rule,))
    better = replace(better, main_points=better.main_points or Decimal(20))
    assert order(first, better, ties=ties) == [better.application, 5]
    assert parted_by(better, first, ties) is rule
    more_points = replace(first, score=Decimal("70.01"))
    assert order(more_points, better, ties=ties) == [5, better.application]
    assert parted_by(more_points, better, ties) is None


def test_the_number_decides_where_no_rule_does() -> None:
    assert parted_by(FIRST, OTHER) is TieRule.LOWER_NUMBER
    assert parted_by(FIRST, replace(OTHER, inhabitants=5_000)) is TieRule.FEWER_INHABITANTS


def test_a_draw_is_the_same_for_all_who_repeat_it_and_another_from_other_words() -> None:
    field = [replace(FIRST, application=number) for number in range(1, 9)]
    drawn = order(*field, ties=Ties((TieRule.LOT,), "Lotto 10.1.2024: 4 8 15 16 23 42"))
    assert drawn == order(*field, ties=Ties((TieRule.LOT,), "Lotto 10.1.2024: 4 8 15 16 23 42"))
    assert sorted(drawn) == list(range(1, 9)) != drawn
    assert drawn != order(*field, ties=Ties((TieRule.LOT,), "Lotto 17.1.2024: 1 2 3 4 5 6"))


@pytest.mark.parametrize(
    ("rules", "lot"), [((TieRule.LOT,), " "), ((TieRule.LOWER_ASKED,) * 2, "")]
)
def test_ties_that_cannot_be_broken_so_are_refused(rules: tuple[TieRule, ...], lot: str) -> None:
    with pytest.raises(RankingError):
        Ties(rules, lot)


def test_a_rule_that_lacks_its_fact_is_refused() -> None:
    with pytest.raises(RankingError, match=r"^5 has no points"):
        order(FIRST, OTHER, ties=Ties((TieRule.HIGHER_ON_MAIN_CRITERION,)))


def test_what_is_asked_never_decides_a_place() -> None:
    costly = replace(FIRST, application=4, asked=kroner(9_000_000))
    assert order(FIRST, costly) == [4, 5]


def test_places_are_counted_from_one() -> None:
    assert [one.place for one in rank([FIRST, replace(FIRST, application=6)])] == [1, 2]
    assert rank([]) == ()


def test_an_application_cannot_be_ranked_twice() -> None:
    other = replace(FIRST, application=6)
    with pytest.raises(DuplicateCandidateError, match=r"^5, 6$"):
        rank([other, FIRST, other, replace(FIRST, score=Decimal(10))])


@given(candidates().flatmap(lambda field: st.tuples(st.just(field), st.permutations(field))))
def test_the_order_they_come_in_means_nothing(
    both: tuple[list[Candidate], list[Candidate]],
) -> None:
    field, turned = both
    assert rank(field) == rank(turned)


@given(candidates())
def test_nobody_is_lost_and_no_lower_score_stands_before_a_higher(field: list[Candidate]) -> None:
    ranking = rank(field)
    assert sorted(order(*field)) == sorted(candidate.application for candidate in field)
    scores = [ranked.candidate.score for ranked in ranking]
    assert scores == sorted(scores, reverse=True)


@given(spread_candidates(), ties)
def test_two_neighbours_are_parted_by_the_score_or_by_the_first_rule_that_sees_a_difference(
    field: list[Candidate], ties: Ties
) -> None:
    ranking = rank(field, ties)
    assert ranking == rank(field[::-1], ties)
    for higher, lower in pairwise(one.candidate for one in ranking):
        assert higher.score >= lower.score
        assert (parted_by(higher, lower, ties) is None) == (higher.score > lower.score)
        assert order(lower, higher, ties=ties) == [higher.application, lower.application]
