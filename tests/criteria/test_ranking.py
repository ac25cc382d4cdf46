from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.ranking import Candidate, DuplicateCandidateError, rank
from foundation.money import kroner
from tests.criteria.strategies import candidates

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


def order(*field: Candidate) -> list[int]:
    return [ranked.candidate.application for ranked in rank(field)]


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
