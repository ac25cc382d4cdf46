"""What each gets by the calculation rules beyond the usual, and what took the rest."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from criteria.allocation import (
    Bound,
    Cut,
    Cutter,
    Line,
    Method,
    Reason,
    Selection,
    Terms,
    TermsError,
    allocate,
)
from criteria.ranking import Activity, Candidate, Trait, rank
from foundation.money import Ore, kroner

NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(frame=kroner(1_000_000), threshold=Decimal(40), method=Method.FULL_OR_NOTHING)
EQUAL = replace(TERMS, method=Method.PROPORTIONAL)


def candidate(application: int, score: str, asked: int, lead: str | None = None) -> Candidate:
    return Candidate(
        application, Decimal(score), kroner(asked), None, 5_000, below_threshold=False,
        submitted_at=NOON, lead=lead,
    )  # fmt: skip


def lines(terms: Terms, *field: Candidate) -> tuple[Line, ...]:
    return allocate(rank(field), terms)


def told(terms: Terms, *field: Candidate) -> list[tuple[int, int, Reason]]:
    return [(one.application, one.amount // 100, one.reason) for one in lines(terms, *field)]


FIELD = (
    candidate(1, "90", 700_000),
    candidate(2, "80", 400_000),
    candidate(3, "70", 300_000),
    candidate(4, "60", 100_000),
)


def test_in_full_or_not_at_all_the_first_that_does_not_fit_ends_the_list() -> None:
    assert told(TERMS, *FIELD) == [
        (1, 700_000, Reason.FUNDED),
        (2, 0, Reason.NO_ROOM_IN_FULL),
        (3, 0, Reason.LIST_ENDED),
        (4, 0, Reason.LIST_ENDED),
    ]


def test_in_full_or_the_next_passes_over_who_does_not_fit() -> None:
    assert told(replace(TERMS, method=Method.FULL_OR_NEXT), *FIELD) == [
        (1, 700_000, Reason.FUNDED),
        (2, 0, Reason.NO_ROOM_IN_FULL),
        (3, 300_000, Reason.FUNDED),
        (4, 0, Reason.FRAME_SPENT),
    ]


def test_equal_parts_give_all_the_same_percentage() -> None:
    found = lines(replace(EQUAL, frame=kroner(750_000)), *FIELD)
    assert [line.amount for line in found] == [
        kroner(350_000), kroner(200_000), kroner(150_000), kroner(50_000),
    ]  # fmt: skip
    assert {line.reason for line in found} == {Reason.FUNDED_IN_PART_EQUAL}
    assert found[0].cuts == (Cut(Cutter.EQUAL, kroner(350_000)),)


def test_equal_parts_of_a_frame_that_is_enough_are_the_whole() -> None:
    assert {reason for *_, reason in told(replace(EQUAL, frame=kroner(1_500_000)), *FIELD)} == {
        Reason.FUNDED
    }


def test_who_would_get_too_small_a_part_leaves_it_to_the_rest() -> None:
    terms = replace(EQUAL, frame=kroner(700_000), min_grant=kroner(100_000))
    assert told(terms, *FIELD) == [
        (1, 350_000, Reason.FUNDED_IN_PART_EQUAL),
        (2, 200_000, Reason.FUNDED_IN_PART_EQUAL),
        (3, 150_000, Reason.FUNDED_IN_PART_EQUAL),
        (4, 0, Reason.PART_TOO_SMALL),
    ]


def test_equal_parts_of_nothing_are_nothing() -> None:
    assert told(replace(EQUAL, frame=Ore(0)), FIELD[0]) == [(1, 0, Reason.FRAME_SPENT)]
    assert told(EQUAL) == []
    barred = replace(FIELD[0], below_threshold=True)
    assert told(EQUAL, barred) == [(1, 0, Reason.BELOW_THRESHOLD)]


def test_equal_parts_may_be_bounded_by_number_but_not_by_amount_or_floor() -> None:
    one_each = replace(EQUAL, bounds=(Bound(Trait.LEAD, most_cases=1),))
    field = (candidate(1, "90", 600_000, "a"), candidate(2, "80", 600_000, "a"))
    assert told(one_each, *field) == [(1, 600_000, Reason.FUNDED), (2, 0, Reason.GROUP_FULL)]
    for bound in (Bound(Trait.COUNTY, most_amount=Ore(5)), Bound(Trait.COUNTY, least_cases=1)):
        with pytest.raises(TermsError):
            replace(EQUAL, bounds=(bound,))
    with pytest.raises(TermsError):
        replace(EQUAL, selection=Selection.OPTIMUM)


def test_the_officers_approved_budget_trims_activity_by_activity() -> None:
    activities = (
        Activity("T1-A1", kroner(400_000), kroner(250_000)),
        Activity("T1-A2", kroner(200_000), kroner(300_000)),
    )
    field = replace(candidate(1, "90", 600_500), activities=activities)
    (line,) = lines(TERMS, field)
    assert (line.amount, line.reason) == (kroner(450_000), Reason.FUNDED_IN_PART_TRIM)
    assert line.cuts == (
        Cut(Cutter.TRIM, kroner(150_000)), Cut(Cutter.ROUNDING, kroner(500)),
    )  # fmt: skip
    assert line.entitled == kroner(450_000)


def test_an_activity_is_never_trimmed_below_nothing() -> None:
    field = replace(
        candidate(1, "90", 5_000), activities=(Activity("T1-A1", kroner(9_000), Ore(0)),)
    )
    assert told(TERMS, field) == [(1, 0, Reason.ASKS_BELOW_MINIMUM)]


def test_nobody_gets_more_than_the_largest_grant() -> None:
    terms = replace(TERMS, max_grant=kroner(500_000))
    (line, *_) = lines(terms, *FIELD)
    assert (line.amount, line.reason) == (kroner(500_000), Reason.FUNDED_IN_PART_CAP)
    assert line.cuts == (Cut(Cutter.CAP, kroner(200_000)),)


def test_of_two_limits_the_lowest_is_the_reason_and_of_two_alike_the_first() -> None:
    limited = replace(FIELD[0], granted_cap=kroner(500_000))
    (line,) = lines(replace(TERMS, max_grant=kroner(400_000)), limited)
    assert line.reason is Reason.FUNDED_IN_PART_CAP
    (line,) = lines(replace(TERMS, max_grant=kroner(500_000)), limited)
    assert line.reason is Reason.FUNDED_IN_PART_RATE


def test_a_largest_grant_below_the_smallest_is_refused() -> None:
    with pytest.raises(TermsError):
        replace(TERMS, min_grant=kroner(200_000), max_grant=kroner(199_000))


def test_the_best_combination_is_not_shared_out_down_the_list() -> None:
    with pytest.raises(TermsError):
        lines(replace(TERMS, selection=Selection.OPTIMUM), FIELD[0])


def test_a_line_tells_what_was_left_when_its_turn_came() -> None:
    assert [one.left // 100 for one in lines(TERMS, *FIELD)] == [
        1_000_000, 300_000, 300_000, 300_000,
    ]  # fmt: skip
