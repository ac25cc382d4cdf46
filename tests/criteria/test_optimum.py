"""The best combination: never below the list, never against a rule, and what brute force finds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.allocation import (
    ONE_PER_LEAD,
    Aim,
    Bound,
    Method,
    Reason,
    Selection,
    Terms,
    TermsError,
    more_frame_can_worsen,
    not_kept,
)
from criteria.allocation.contest import Contest
from criteria.allocation.entitled import entitled
from criteria.allocation.optimum import WIDEST_GAP, ImpossibleBoundsError, find
from criteria.allocation.worth import worth
from criteria.ranking import Candidate, Ranked, Trait, rank
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import bounds

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(
    frame=kroner(1_000_000),
    threshold=Decimal(40),
    method=Method.FULL_OR_NOTHING,
    selection=Selection.OPTIMUM,
    aim=Aim.MOST_POINTS,
)


def candidate(application: int, score: str, asked: int, lead: str | None = None) -> Candidate:
    plain = Candidate(application, Decimal(score), kroner(asked), None, 5_000, False, NOON)
    return replace(plain, lead=lead)


FIELD = (
    candidate(1, "90", 700_000, "a"),
    candidate(2, "80", 400_000, "b"),
    candidate(3, "70", 300_000, "b"),
    candidate(4, "60", 300_000, "c"),
    candidate(5, "30", 5_000, "d"),
)


def told(terms: Terms, *field: Candidate) -> list[tuple[int, int, Reason]]:
    lines = find(rank(field), terms).lines
    return [(one.application, one.amount // 100, one.reason) for one in lines]


def test_three_small_ones_together_may_give_more_points_than_the_best_alone() -> None:
    assert told(TERMS, *FIELD) == [
        (1, 0, Reason.OUTSIDE_OPTIMUM),
        (2, 400_000, Reason.FUNDED),
        (3, 300_000, Reason.FUNDED),
        (4, 300_000, Reason.FUNDED),
        (5, 0, Reason.BELOW_THRESHOLD),
    ]


def test_where_every_krone_counts_the_best_goes_first_and_the_frame_is_filled() -> None:
    assert told(replace(TERMS, aim=Aim.POINTS_FOR_MONEY), *FIELD)[:4] == [
        (1, 700_000, Reason.FUNDED),
        (2, 0, Reason.OUTSIDE_OPTIMUM),
        (3, 300_000, Reason.FUNDED),
        (4, 0, Reason.OUTSIDE_OPTIMUM),
    ]


def test_a_ceiling_that_left_no_room_is_the_reason() -> None:
    (_, second, third, fourth, _) = told(replace(TERMS, bounds=(ONE_PER_LEAD,)), *FIELD)
    assert second == (2, 0, Reason.GROUP_FULL)
    assert third == (3, 300_000, Reason.FUNDED)
    assert fourth == (4, 0, Reason.OUTSIDE_OPTIMUM)


def test_a_group_that_may_get_no_more_money_gives_the_last_one_a_part() -> None:
    terms = replace(
        TERMS,
        method=Method.FULL_UNTIL_SPENT,
        aim=Aim.POINTS_FOR_MONEY,
        bounds=(Bound(Trait.LEAD, value="b", most_amount=kroner(500_000)),),
    )
    assert told(terms, *FIELD[1:4]) == [
        (2, 400_000, Reason.FUNDED),
        (3, 100_000, Reason.FUNDED_IN_PART_GROUP),
        (4, 300_000, Reason.FUNDED),
    ]


def test_floors_that_cannot_be_met_are_told_and_not_forgotten() -> None:
    nobody = replace(TERMS, bounds=(Bound(Trait.LEAD, value="z", least_cases=1),))
    for field in (FIELD, FIELD[4:], ()):
        with pytest.raises(ImpossibleBoundsError):
            told(nobody, *field)
    too_much = replace(TERMS, bounds=(Bound(Trait.LEAD, value="b", least_amount=kroner(800_000)),))
    with pytest.raises(ImpossibleBoundsError):
        told(too_much, *FIELD)


def test_a_floor_for_each_group_is_asked_where_somebody_can_be_funded() -> None:
    each = replace(TERMS, frame=kroner(1_400_000), bounds=(Bound(Trait.LEAD, least_cases=1),))
    found = told(each, *FIELD)
    assert [amount > 0 for _, amount, _ in found] == [True, True, False, True, False]


def test_nothing_to_share_and_nobody_to_share_it_are_answered() -> None:
    assert told(TERMS) == []
    assert told(replace(TERMS, frame=NOTHING), FIELD[0]) == [(1, 0, Reason.OUTSIDE_OPTIMUM)]
    worthless = replace(FIELD[0], score=Decimal(0))
    assert find(rank([worthless]), replace(TERMS, threshold=Decimal(0))).worth == 0


def test_another_frame_may_choose_quite_otherwise_and_equal_parts_choose_nobody() -> None:
    assert more_frame_can_worsen(TERMS) is not None
    with pytest.raises(TermsError):
        replace(TERMS, method=Method.PROPORTIONAL)


THOUSAND = kroner(1000)


@st.composite
def small_fields(draw: st.DrawFn) -> tuple[Ranked, ...]:
    """Draw up to five that ask for up to four thousand kroner each."""
    return rank(
        Candidate(
            application=number,
            score=Decimal(draw(st.integers(3000, 10_000))) / 100,
            asked=Ore(draw(st.integers(0, 4)) * THOUSAND + draw(st.sampled_from([0, 500_00]))),
            granted_cap=None,
            inhabitants=5_000,
            below_threshold=draw(st.just(value=False) | st.booleans()),
            submitted_at=NOON,
            lead=draw(st.sampled_from(["1", "2"])),
            county=draw(st.none() | st.just("46")),
            size_class=draw(st.sampled_from(["small", "large"])),
        )
        for number in range(1, draw(st.integers(0, 5)) + 1)
    )


@st.composite
def small_terms(draw: st.DrawFn) -> Terms:
    def shrunk(bound: Bound) -> Bound:
        most = None if bound.most_amount is None else Ore(bound.most_amount // 400)
        return replace(bound, least_amount=Ore(bound.least_amount // 400), most_amount=most)

    limits = st.lists(bounds().map(shrunk), max_size=2).map(tuple)
    return Terms(
        frame=Ore(draw(st.integers(0, 12)) * THOUSAND + draw(st.sampled_from([0, 999_00]))),
        threshold=draw(st.sampled_from([Decimal(0), Decimal(50)])),
        method=draw(st.sampled_from([m for m in Method if m is not Method.PROPORTIONAL])),
        share_percent=draw(st.sampled_from([60, 100])),
        min_grant=draw(st.none() | st.sampled_from([kroner(1500), kroner(2000)])),
        bounds=draw(st.just(()) | limits),
        selection=Selection.OPTIMUM,
        aim=draw(st.sampled_from(Aim)),
    )


def combinations(contest: Contest) -> Iterator[dict[int, Ore]]:
    """Give every distribution that the rules allow, one by one."""
    terms, entrants = contest.terms, contest.entrants()
    smallest = terms.smallest if terms.method.gives_parts else None
    levels = [
        [
            Ore(amount)
            for amount in range(0, one.due + 1, THOUSAND)
            if amount in {0, one.due} or (smallest is not None and amount >= smallest)
        ]
        for one in entrants
    ]
    field = [one.candidate for one in entrants]
    for amounts in product(*levels):
        given = {one.application: amount for one, amount in zip(field, amounts, strict=True)}
        if sum(amounts) <= terms.frame and not not_kept(field, given, terms.bounds):
            yield given


@given(small_fields(), small_terms())
def test_brute_force_finds_nothing_better(ranking: tuple[Ranked, ...], terms: Terms) -> None:
    contest = Contest.of(ranking, terms)
    best = max(
        (worth(contest.lines(amounts), terms) for amounts in combinations(contest)), default=None
    )
    if best is None:
        with pytest.raises(ImpossibleBoundsError):
            find(ranking, terms)
        return
    found = find(ranking, terms)
    assert found.worth <= best <= found.bound
    assert best - found.worth <= found.worth * WIDEST_GAP
    assert found.gap <= WIDEST_GAP
    assert found == find(ranking[::-1], terms)


@given(small_fields(), small_terms())
def test_never_worth_less_than_the_list_nor_against_a_rule(
    ranking: tuple[Ranked, ...], terms: Terms
) -> None:
    contest = Contest.of(ranking, terms)
    listed = contest.listed()
    try:
        found = find(ranking, terms)
    except ImpossibleBoundsError:
        assert contest.broken(listed)
        return
    if not contest.broken(listed):
        assert found.worth >= worth(listed, terms)
    assert sum(line.amount for line in found.lines) <= terms.frame
    assert not contest.broken(found.lines)
    for line, one in zip(found.lines, ranking, strict=True):
        assert line.entitled == entitled(one.candidate, terms).amount
        if line.amount:
            assert terms.smallest <= line.amount <= line.entitled
            assert line.asked - sum(cut.taken for cut in line.cuts) == line.amount
