"""The time to complain by both acts, and what may come of a complaint."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.appeal import (
    COMPLAINT_WEEKS,
    Counted,
    Law,
    Leave,
    Notice,
    ReasonsAsked,
    Ruling,
    Timeliness,
    Unlawful,
    comments_due,
    complaint_deadline,
    lacks_of_amount,
    lacks_of_ruling,
    law_on,
    timeliness,
)
from criteria.deadlines import closing_moment, days_after
from criteria.lawful_days import rest_on
from foundation.money import kroner
from tests.criteria.strategies import moments

laws = st.sampled_from(list(Law))
SECOND = timedelta(seconds=1)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def told(moment: datetime) -> Notice:
    return Notice(available_at=moment, warned_at=moment)


@given(laws, moments)
def test_the_time_is_three_weeks_and_ends_on_a_working_day(law: Law, moment: datetime) -> None:
    deadline = complaint_deadline(law, told(moment))
    begun = days_after(moment, 0)
    assert deadline.last_day is not None
    over = (deadline.last_day - begun).days - 7 * COMPLAINT_WEEKS
    assert 0 <= over <= 5
    assert rest_on(deadline.last_day) is None
    rests = {Counted.SATURDAY, Counted.SUNDAY, Counted.HOLIDAY}
    assert [one.counted in rests for one in deadline.steps].count(True) == over
    assert deadline.steps[-1].counted is Counted.ENDS


@given(laws, moments)
def test_the_last_second_in_oslo_is_in_time(law: Law, moment: datetime) -> None:
    deadline = complaint_deadline(law, told(moment))
    assert deadline.last_day is not None
    over = closing_moment(deadline.last_day)
    assert not deadline.has_passed(over - SECOND)
    assert deadline.has_passed(over)


@given(laws, moments, st.integers(0, 20), st.integers(0, 60))
def test_a_request_within_the_time_gives_three_new_weeks_from_the_reasons(
    law: Law, moment: datetime, asked_after: int, answered_after: int
) -> None:
    asked = moment + timedelta(days=asked_after)
    answered = asked + timedelta(days=answered_after)
    waits = complaint_deadline(law, told(moment), [ReasonsAsked(asked)])
    assert waits.last_day is None
    assert waits.steps[-1].counted is Counted.REASONS_AWAITED
    assert not waits.has_passed(asked + timedelta(days=900))
    again = complaint_deadline(law, told(moment), [ReasonsAsked(asked, answered)])
    assert again.last_day == complaint_deadline(law, told(answered)).last_day


@given(laws, moments, st.integers(0, 90))
def test_a_request_after_the_time_does_nothing(law: Law, moment: datetime, days: int) -> None:
    plain = complaint_deadline(law, told(moment))
    assert plain.last_day is not None
    late = closing_moment(plain.last_day) + timedelta(days=days)
    assert complaint_deadline(law, told(moment), [ReasonsAsked(late, late)]) == plain


@pytest.mark.parametrize(
    ("came", "ends"),
    [
        (at(2026, 3, 13, 9), date(2026, 4, 7)),  # 3 April is Good Friday; then Saturday, Easter
        (at(2026, 4, 10, 9), date(2026, 5, 4)),  # 1 May is a Friday
        (at(2026, 4, 26, 9), date(2026, 5, 18)),  # 17 May is a Sunday
        (at(2026, 3, 8, 9), date(2026, 3, 30)),  # a Sunday, in the night that lost an hour
        (at(2026, 10, 4, 9), date(2026, 10, 26)),  # a Sunday, in the night of 25 hours
        (at(2026, 12, 4, 9), date(2026, 12, 28)),  # 25 December is a Friday
        (at(2026, 11, 22, 22, 59), date(2026, 12, 14)),  # 23:59 in Oslo: still the 22nd
        (at(2026, 11, 22, 23, 1), date(2026, 12, 14)),  # 00:01 in Oslo: the 23rd
    ],
)
def test_known_cases(came: datetime, ends: date) -> None:
    assert complaint_deadline(Law.OF_1967, told(came)).last_day == ends
    assert complaint_deadline(Law.OF_2025, told(came)).last_day == ends


def test_the_two_acts_say_what_they_count_from() -> None:
    notice = Notice(available_at=at(2026, 9, 1, 8), warned_at=at(2026, 9, 1, 8))
    older = complaint_deadline(Law.OF_1967, notice).steps[0].counted
    newer = complaint_deadline(Law.OF_2025, notice).steps[0].counted
    assert (older, newer) == (Counted.REACHED, Counted.WARNED)
    late = Notice(available_at=at(2026, 9, 3, 8), warned_at=at(2026, 9, 1, 8))
    assert complaint_deadline(Law.OF_1967, late).last_day == date(2026, 9, 24)
    assert complaint_deadline(Law.OF_2025, late).last_day == date(2026, 9, 22)


@pytest.mark.parametrize("law", list(Law))
def test_nobody_reached_is_no_time_begun_until_the_letter_is_opened(law: Law) -> None:
    silent = complaint_deadline(law, Notice(available_at=at(2026, 9, 1, 8), warned_at=None))
    assert silent.last_day is None
    assert silent.steps[0].counted is Counted.NOT_REACHED
    assert timeliness(silent, date(2026, 9, 1), at(2029, 1, 1)) is Timeliness.IN_TIME
    opened = Notice(at(2026, 9, 1, 8), None, opened_at=at(2026, 9, 9, 8))
    assert complaint_deadline(law, opened).last_day == date(2026, 9, 30)


def test_a_late_complaint_is_barred_after_a_year_from_the_decision() -> None:
    decided = date(2026, 9, 1)
    deadline = complaint_deadline(Law.OF_1967, told(at(2026, 9, 1, 8)))
    assert deadline.last_day == date(2026, 9, 22)
    midnight, a_year = at(2026, 9, 22, 22), at(2027, 9, 1, 22)
    assert timeliness(deadline, decided, midnight - SECOND) is Timeliness.IN_TIME
    assert timeliness(deadline, decided, midnight) is Timeliness.LATE
    assert timeliness(deadline, decided, a_year - SECOND) is Timeliness.LATE
    assert timeliness(deadline, decided, a_year) is Timeliness.PAST_A_YEAR


def test_the_act_is_that_of_the_day_of_the_decision() -> None:
    begins = date(2027, 1, 1)
    assert law_on(date(2026, 12, 31), begins) is Law.OF_1967
    assert law_on(begins, begins) is Law.OF_2025
    assert law_on(begins, None) is Law.OF_1967


@given(moments)
def test_comments_are_due_on_a_working_day_three_weeks_later(moment: datetime) -> None:
    due = comments_due(moment)
    assert rest_on(due) is None
    assert 21 <= (due - days_after(moment, 0)).days <= 26


@pytest.mark.parametrize("ruling", [one for one in Ruling if one is not Ruling.REJECT])
def test_a_late_complaint_needs_leave_and_a_barred_one_cannot_have_it(ruling: Ruling) -> None:
    assert lacks_of_ruling(ruling, Timeliness.IN_TIME, None) is None
    late = lacks_of_ruling(ruling, Timeliness.LATE, None)
    assert late is Unlawful.LATE_WITHOUT_LEAVE
    for leave in Leave:
        assert lacks_of_ruling(ruling, Timeliness.LATE, leave) is None
        barred = lacks_of_ruling(ruling, Timeliness.PAST_A_YEAR, leave)
        assert barred is Unlawful.PAST_A_YEAR


@pytest.mark.parametrize("came", list(Timeliness))
def test_a_complaint_can_always_be_rejected(came: Timeliness) -> None:
    assert lacks_of_ruling(Ruling.REJECT, came, None) is None


@pytest.mark.parametrize(
    ("ruling", "amount", "expected"),
    [
        (Ruling.REVERSE, 100, None),
        (Ruling.REVERSE, 99, Unlawful.NOT_ALL),
        (Ruling.REVERSE_IN_PART, 99, None),
        (Ruling.REVERSE_IN_PART, 60, Unlawful.NOT_MORE),
        (Ruling.REVERSE_IN_PART, 59, Unlawful.NOT_MORE),
        (Ruling.REVERSE_IN_PART, 101, Unlawful.MORE_THAN_ASKED),
    ],
)
def test_a_reversal_gives_more_and_never_more_than_asked(
    ruling: Ruling, amount: int, expected: Unlawful | None
) -> None:
    found = lacks_of_amount(ruling, kroner(amount), before=kroner(60), asked=kroner(100))
    assert found is expected
