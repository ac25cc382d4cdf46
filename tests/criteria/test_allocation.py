import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from criteria.allocation import (
    ONE_PER_LEAD,
    Aim,
    Cutter,
    Line,
    Method,
    Reason,
    Selection,
    Terms,
    TermsError,
    Worsening,
    allocate,
    from_inputs,
    inputs,
    inputs_hash,
    more_frame_can_worsen,
    not_kept,
)
from criteria.deadlines import OSLO
from criteria.ranking import Activity, Candidate, Ranked, TieRule, Ties, rank
from foundation.money import Ore, kroner
from tests.criteria.strategies import (
    candidates,
    ore,
    spread_candidates,
    terms,
    terms_that_worsen_nobody,
)

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


FIELDS = candidates() | spread_candidates()


def ranked(field: list[Candidate], terms: Terms) -> tuple[Ranked, ...]:
    return rank(
        [one if one.main_points else replace(one, main_points=one.score) for one in field],
        terms.ties,
    )


@given(FIELDS, terms)
def test_never_above_the_frame_nor_above_what_anybody_may_have(
    field: list[Candidate], terms: Terms
) -> None:
    ranking = ranked(field, terms)
    lines = allocate(ranking, terms)
    assert sum(line.amount for line in lines) <= terms.frame
    for line, one in zip(lines, ranking, strict=True):
        limits = (one.candidate.granted_cap, one.candidate.approved, terms.max_grant, line.entitled)
        assert 0 <= line.amount <= min([line.asked, *(cap for cap in limits if cap is not None)])
        assert line.amount % terms.rounding == 0


@given(FIELDS, terms)
def test_every_amount_agrees_with_its_reason_and_its_numbers(
    field: list[Candidate], terms: Terms
) -> None:
    funded = {reason for reason in Reason if reason.startswith("funded")}
    for line in allocate(ranked(field, terms), terms):
        assert (line.amount > 0) == (line.reason in funded)
        if line.amount:
            assert line.amount >= terms.smallest
            assert line.asked - sum(cut.taken for cut in line.cuts) == line.amount
            assert all(cut.taken > 0 for cut in line.cuts)
            taken_by = {cut.by for cut in line.cuts} - {Cutter.ROUNDING}
            assert (line.reason is Reason.FUNDED) == (not taken_by)
        else:
            assert line.cuts == ()


@given(FIELDS, terms)
def test_no_ceiling_is_broken_and_floors_only_where_nobody_more_can_be_funded(
    field: list[Candidate], terms: Terms
) -> None:
    ranking = ranked(field, terms)
    lines = allocate(ranking, terms)
    amounts = {line.application: line.amount for line in lines}
    entrants = [one.candidate for one in ranking]
    for broken in not_kept(entrants, amounts, terms.bounds):
        assert broken.cases < broken.bound.least_cases or broken.amount < broken.bound.least_amount


@given(FIELDS, terms.filter(lambda one: one.method is not Method.PROPORTIONAL))
def test_nobody_is_funded_whose_turn_came_after_the_frame_left_one_without(
    field: list[Candidate], terms: Terms
) -> None:
    assume(terms.method is not Method.FULL_OR_NEXT)
    out_of_money = {
        Reason.FRAME_SPENT,
        Reason.BELOW_MINIMUM,
        Reason.FUNDED_IN_PART_FRAME,
        Reason.NO_ROOM_IN_FULL,
    }
    lines = sorted(allocate(ranked(field, terms), terms), key=lambda line: line.ahead_for is None)
    short = next((n for n, line in enumerate(lines) if line.reason in out_of_money), len(lines))
    assert all(line.amount == 0 for line in lines[short + 1 :])


@given(FIELDS, terms_that_worsen_nobody, ore)
def test_more_frame_never_leaves_anybody_with_less(
    field: list[Candidate], terms: Terms, more: Ore
) -> None:
    ranking = ranked(field, terms)
    before = allocate(ranking, terms)
    after = allocate(ranking, replace(terms, frame=Ore(terms.frame + more)))
    assert all(now.amount >= then.amount for then, now in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("terms", "field", "more", "why"),
    [
        (
            replace(TERMS, method=Method.FULL_OR_NEXT, frame=kroner(500_000)),
            (candidate(1, "90", 600_000), candidate(2, "80", 400_000)),
            kroner(100_000),
            Worsening.PASSES_OVER,
        ),
        (
            replace(
                TERMS, method=Method.PROPORTIONAL, frame=kroner(100_000), min_grant=kroner(60_000)
            ),
            (candidate(1, "90", 100_000), candidate(2, "80", 100_000)),
            kroner(20_000),
            Worsening.SHARES_WITH_MORE,
        ),
    ],
)
def test_where_more_frame_can_worsen_it_is_said_and_it_does(
    terms: Terms, field: tuple[Candidate, ...], more: Ore, why: Worsening
) -> None:
    assert more_frame_can_worsen(terms) is why
    before = allocate(rank(field), terms)
    after = allocate(rank(field), replace(terms, frame=Ore(terms.frame + more)))
    assert any(now.amount < then.amount for then, now in zip(before, after, strict=True))


@given(FIELDS.flatmap(lambda field: st.tuples(st.just(field), st.permutations(field))), terms)
def test_the_order_they_come_in_means_nothing(
    both: tuple[list[Candidate], list[Candidate]], terms: Terms
) -> None:
    field, turned = both
    assert allocate(ranked(field, terms), terms) == allocate(ranked(turned, terms), terms)
    ranking = ranked(field, terms)
    assert allocate(ranking[::-1], terms) == allocate(ranking, terms)


def hashed(*field: Candidate, terms: Terms = TERMS) -> str:
    return inputs_hash(rank(field), terms)


def test_the_hash_is_the_same_for_the_same_facts_however_they_are_written() -> None:
    one, other = candidate(1, "80", 5_000), candidate(2, "70", 5_000)
    assert hashed(one, other) == hashed(other, one)
    assert hashed(one) == hashed(replace(one, score=Decimal("80.00")))
    oslo = one.submitted_at.astimezone(OSLO)
    assert hashed(one) == hashed(replace(one, submitted_at=oslo))


@given(candidates(most=3), spread_candidates(most=3), terms, terms)
def test_different_inputs_never_share_a_hash(
    one: list[Candidate], other: list[Candidate], these: Terms, those: Terms
) -> None:
    assume((one, these) != (other, those))
    assert inputs_hash(ranked(one, these), these) != inputs_hash(ranked(other, those), those)


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
        replace(candidate(1, "80", 5_000), main_points=Decimal(5)),
        replace(candidate(1, "80", 5_000), lead="1"),
        replace(candidate(1, "80", 5_000), county="46"),
        replace(candidate(1, "80", 5_000), size_class="small"),
        replace(candidate(1, "80", 5_000), measure="T1"),
        replace(
            candidate(1, "80", 5_000), activities=(Activity("T1-A1", kroner(5_000), kroner(4_000)),)
        ),
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
        replace(TERMS, max_grant=kroner(5_000_000)),
        replace(TERMS, bounds=(ONE_PER_LEAD,)),
        replace(TERMS, ties=Ties((TieRule.EARLIER_SUBMITTED,))),
        replace(TERMS, selection=Selection.OPTIMUM),
        replace(TERMS, selection=Selection.OPTIMUM, aim=Aim.MOST_POINTS),
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


@given(FIELDS, terms)
def test_inputs_written_down_give_the_same_lines_when_read_back(
    field: list[Candidate], terms: Terms
) -> None:
    ranking = ranked(field, terms)
    read = from_inputs(json.loads(json.dumps(inputs(ranking, terms))))
    assert read == (ranking, terms)
    assert allocate(*read) == allocate(ranking, terms)
    assert inputs_hash(*read) == inputs_hash(ranking, terms)


def test_rules_that_came_later_leave_the_fingerprint_of_a_proposal_that_uses_none() -> None:
    assert hashed(candidate(1, "80", 5_000)) == (
        "c705ab828463b64eee4c8daaa6e016954b1b9ad807751bb0cb6af99f9e113ee9"
    )
