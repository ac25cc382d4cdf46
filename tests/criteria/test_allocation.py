import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from criteria.allocation import (
    Line,
    Method,
    Reason,
    Terms,
    TermsError,
    allocate,
    from_inputs,
    inputs,
    inputs_hash,
)
from criteria.deadlines import OSLO
from criteria.ranking import Candidate, Ranked, rank
from foundation.money import Ore, kroner
from tests.criteria.strategies import candidates, ore, terms

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(frame=kroner(1_000_000), threshold=Decimal(40), method=Method.FULL_UNTIL_SPENT)


def candidate(application: int, score: str, asked: int, cap: int | None = None) -> Candidate:
    granted_cap = None if cap is None else kroner(cap)
    return Candidate(application, Decimal(score), kroner(asked), granted_cap, 5_000, False, NOON)


def share_out(terms: Terms, *field: Candidate) -> list[tuple[int, int, Reason]]:
    return [
        (line.application, line.amount // 100, line.reason) for line in allocate(rank(field), terms)
    ]


def test_the_last_one_funded_gets_what_is_left() -> None:
    assert share_out(TERMS, candidate(1, "90", 600_000), candidate(2, "80", 600_000)) == [
        (1, 600_000, Reason.FUNDED),
        (2, 400_000, Reason.FUNDED_IN_PART_FRAME),
    ]


def test_after_the_last_one_the_frame_is_spent() -> None:
    field = (candidate(1, "90", 1_000_000), candidate(2, "80", 5_000))
    assert share_out(TERMS, *field) == [
        (1, 1_000_000, Reason.FUNDED),
        (2, 0, Reason.FRAME_SPENT),
    ]


def test_below_the_threshold_there_is_nothing_and_at_it_there_is() -> None:
    low_criterion = replace(candidate(3, "95", 5_000), below_threshold=True)
    field = (candidate(1, "40", 5_000), candidate(2, "39.99", 5_000), low_criterion)
    assert share_out(TERMS, *field) == [
        (3, 0, Reason.BELOW_THRESHOLD),
        (1, 5_000, Reason.FUNDED),
        (2, 0, Reason.BELOW_THRESHOLD),
    ]


def test_the_falling_rate_caps_what_is_granted() -> None:
    assert share_out(TERMS, candidate(1, "90", 600_000, cap=540_000)) == [
        (1, 540_000, Reason.FUNDED_IN_PART_RATE)
    ]


def test_a_rate_that_reduces_nothing_is_not_given_as_the_reason() -> None:
    field = candidate(1, "90", 600_000, cap=600_000)
    assert share_out(TERMS, field) == [(1, 600_000, Reason.FUNDED)]


def test_each_gets_at_most_its_share_of_what_it_asked() -> None:
    terms = replace(TERMS, method=Method.SHARE_OF_ASKED, share_percent=70)
    field = (
        candidate(1, "90", 600_000),
        candidate(2, "80", 600_000, cap=300_000),
        candidate(3, "70", 600_000),
    )
    assert share_out(terms, *field) == [
        (1, 420_000, Reason.FUNDED_IN_PART_SHARE),
        (2, 300_000, Reason.FUNDED_IN_PART_RATE),
        (3, 280_000, Reason.FUNDED_IN_PART_FRAME),
    ]


def test_the_whole_share_is_full_funding() -> None:
    terms = replace(TERMS, method=Method.SHARE_OF_ASKED, share_percent=100)
    assert share_out(terms, candidate(1, "90", 600_000)) == [(1, 600_000, Reason.FUNDED)]


def test_the_share_percent_means_nothing_where_each_is_funded_in_full() -> None:
    terms = replace(TERMS, share_percent=10)
    assert share_out(terms, candidate(1, "90", 600_000)) == [(1, 600_000, Reason.FUNDED)]


def test_amounts_are_rounded_down_to_whole_thousands() -> None:
    assert share_out(TERMS, candidate(1, "90", 123_999)) == [(1, 123_000, Reason.FUNDED)]
    in_kroner = replace(TERMS, rounding=kroner(1))
    assert share_out(in_kroner, candidate(1, "90", 123_999)) == [(1, 123_999, Reason.FUNDED)]


def test_a_remainder_below_the_smallest_grant_goes_to_nobody() -> None:
    terms = replace(TERMS, min_grant=kroner(200_000))
    field = (
        candidate(1, "90", 900_000),
        candidate(2, "80", 600_000),
        candidate(3, "70", 200_000),
    )
    assert share_out(terms, *field) == [
        (1, 900_000, Reason.FUNDED),
        (2, 0, Reason.BELOW_MINIMUM),
        (3, 0, Reason.BELOW_MINIMUM),
    ]


def test_a_remainder_of_just_the_smallest_grant_is_given() -> None:
    terms = replace(TERMS, min_grant=kroner(200_000))
    field = (candidate(1, "90", 800_000), candidate(2, "80", 600_000))
    assert share_out(terms, *field)[1] == (2, 200_000, Reason.FUNDED_IN_PART_FRAME)


def test_who_can_get_less_than_the_smallest_grant_gets_nothing() -> None:
    terms = replace(TERMS, min_grant=kroner(200_000))
    field = (candidate(1, "90", 199_000), candidate(2, "80", 300_000, cap=150_000))
    assert [reason for _, _, reason in share_out(terms, *field)] == [
        Reason.ASKS_BELOW_MINIMUM,
        Reason.ASKS_BELOW_MINIMUM,
    ]
    assert share_out(TERMS, candidate(1, "90", 999)) == [(1, 0, Reason.ASKS_BELOW_MINIMUM)]


@pytest.mark.parametrize(
    ("frame", "share_percent", "rounding"),
    [(-1, 100, 1), (1, 0, 1), (1, 101, 1), (1, 100, 0), (1, 100, -1)],
)
def test_terms_that_cannot_be_followed_are_refused(
    frame: int, share_percent: int, rounding: int
) -> None:
    with pytest.raises(TermsError):
        replace(TERMS, frame=Ore(frame), share_percent=share_percent, rounding=Ore(rounding))


def test_a_frame_of_nothing_can_be_followed() -> None:
    terms = replace(TERMS, frame=Ore(0), share_percent=1, rounding=Ore(1))
    assert share_out(terms, candidate(1, "90", 5_000)) == [(1, 0, Reason.FRAME_SPENT)]


@given(candidates(), terms)
def test_never_above_the_frame_nor_above_what_anybody_may_have(
    field: list[Candidate], terms: Terms
) -> None:
    ranking = rank(field)
    lines = allocate(ranking, terms)
    assert sum(line.amount for line in lines) <= terms.frame
    for line, ranked in zip(lines, ranking, strict=True):
        cap = ranked.candidate.granted_cap
        assert 0 <= line.amount <= (line.asked if cap is None else min(line.asked, cap))
        assert line.amount % terms.rounding == 0


@given(candidates(), terms)
def test_every_amount_agrees_with_its_reason(field: list[Candidate], terms: Terms) -> None:
    funded = {reason for reason in Reason if reason.startswith("funded")}
    for line in allocate(rank(field), terms):
        assert (line.amount > 0) == (line.reason in funded)
        if line.amount:
            assert line.amount >= (terms.min_grant or 0)


@given(candidates(), terms)
def test_nobody_is_funded_below_one_that_the_frame_left_without(
    field: list[Candidate], terms: Terms
) -> None:
    out_of_money = {Reason.FRAME_SPENT, Reason.BELOW_MINIMUM, Reason.FUNDED_IN_PART_FRAME}
    lines = allocate(rank(field), terms)
    short = next((n for n, line in enumerate(lines) if line.reason in out_of_money), len(lines))
    assert all(line.amount == 0 for line in lines[short + 1 :])


@given(candidates(), terms, ore)
def test_more_frame_never_leaves_anybody_with_less(
    field: list[Candidate], terms: Terms, more: Ore
) -> None:
    before = allocate(rank(field), terms)
    after = allocate(rank(field), replace(terms, frame=Ore(terms.frame + more)))
    assert all(now.amount >= then.amount for then, now in zip(before, after, strict=True))


@given(candidates().flatmap(lambda field: st.tuples(st.just(field), st.permutations(field))), terms)
def test_the_order_they_come_in_means_nothing(
    both: tuple[list[Candidate], list[Candidate]], terms: Terms
) -> None:
    field, turned = both
    assert allocate(rank(field), terms) == allocate(rank(turned), terms)
    assert allocate(rank(field)[::-1], terms) == allocate(rank(field), terms)


def hashed(*field: Candidate, terms: Terms = TERMS) -> str:
    return inputs_hash(rank(field), terms)


def test_the_hash_is_the_same_for_the_same_facts_however_they_are_written() -> None:
    one, other = candidate(1, "80", 5_000), candidate(2, "70", 5_000)
    assert hashed(one, other) == hashed(other, one)
    assert hashed(one) == hashed(replace(one, score=Decimal("80.00")))
    oslo = one.submitted_at.astimezone(OSLO)
    assert hashed(one) == hashed(replace(one, submitted_at=oslo))


@given(candidates(most=3), candidates(most=3), terms, terms)
def test_different_inputs_never_share_a_hash(
    one: list[Candidate], other: list[Candidate], these: Terms, those: Terms
) -> None:
    assume((one, these) != (other, those))
    assert hashed(*one, terms=these) != hashed(*other, terms=those)


@pytest.mark.parametrize(
    "changed",
    [
        replace(candidate(1, "80", 5_000), application=2),
        replace(candidate(1, "80", 5_000), score=Decimal("80.01")),
        replace(candidate(1, "80", 5_000), asked=Ore(5_000_01)),
        replace(candidate(1, "80", 5_000), granted_cap=Ore(5_000_00)),
        replace(candidate(1, "80", 5_000), inhabitants=5_001),
        replace(candidate(1, "80", 5_000), below_threshold=True),
        replace(candidate(1, "80", 5_000), submitted_at=NOON.replace(second=1)),
    ],
)
def test_any_change_to_a_candidate_changes_the_hash(changed: Candidate) -> None:
    assert hashed(changed) != hashed(candidate(1, "80", 5_000))


@pytest.mark.parametrize(
    "changed",
    [
        replace(TERMS, frame=kroner(1_000_001)),
        replace(TERMS, threshold=Decimal(41)),
        replace(TERMS, method=Method.SHARE_OF_ASKED),
        replace(TERMS, share_percent=99),
        replace(TERMS, min_grant=kroner(1)),
        replace(TERMS, rounding=kroner(1)),
    ],
)
def test_any_change_to_the_terms_changes_the_hash(changed: Terms) -> None:
    one = candidate(1, "80", 5_000)
    assert hashed(one, terms=changed) != hashed(one)


def test_a_place_given_otherwise_changes_the_hash_and_the_outcome() -> None:
    one, other = candidate(1, "80", 600_000), candidate(2, "80", 600_000)
    forwards = (Ranked(1, one), Ranked(2, other))
    backwards = (Ranked(1, other), Ranked(2, one))
    assert inputs_hash(forwards, TERMS) != inputs_hash(backwards, TERMS)
    first: Line = allocate(backwards, TERMS)[0]
    assert (first.application, first.amount) == (2, kroner(600_000))


@given(candidates(), terms)
def test_inputs_written_down_give_the_same_lines_when_read_back(
    field: list[Candidate], terms: Terms
) -> None:
    ranking = rank(field)
    read = from_inputs(json.loads(json.dumps(inputs(ranking, terms))))
    assert allocate(*read) == allocate(ranking, terms)
    assert inputs_hash(*read) == inputs_hash(ranking, terms)
