"""What is open, and when an answer is due (offentleglova)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.disclosure import (
    PARAGRAPHS,
    SHALL,
    DisclosureRefusal,
    Ground,
    answer_due,
    why_not_answer,
)
from criteria.lawful_days import rest_on

days = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 3, 2), date(2026, 3, 9)),  # Monday to Monday
        (date(2026, 3, 6), date(2026, 3, 13)),  # Friday to Friday
        (date(2026, 3, 7), date(2026, 3, 13)),  # Saturday: Monday is the first
        (date(2026, 3, 30), date(2026, 4, 9)),  # over Easter 2–6 April
        (date(2026, 12, 23), date(2026, 12, 31)),  # 24 and 31 December are working days in law
    ],
)
def test_an_answer_is_due_within_five_working_days(asked: date, due: date) -> None:
    assert answer_due(asked) == due


@given(days)
def test_five_working_days_lie_between_and_the_last_is_one(asked: date) -> None:
    due = answer_due(asked)
    after = [asked + timedelta(days=number) for number in range(1, (due - asked).days + 1)]
    assert sum(rest_on(day) is None for day in after) == 5
    assert rest_on(due) is None


def test_every_ground_has_a_paragraph_of_its_own() -> None:
    assert set(PARAGRAPHS) == set(Ground)
    assert len(set(PARAGRAPHS.values())) == len(Ground)
    assert all(text.startswith("offl. § ") and "ledd" in text for text in PARAGRAPHS.values())


@given(
    held=st.integers(0, 5),
    given_=st.integers(0, 5),
    ground=st.sampled_from([None, *Ground]),
    marked=st.sampled_from([None, *Ground]),
)
def test_what_is_kept_back_has_a_paragraph_and_what_is_confidential_stays(
    held: int, given_: int, ground: Ground | None, marked: Ground | None
) -> None:
    given_ = min(given_, held)
    refusal = why_not_answer(given=given_, held=held, ground=ground, marked=marked)
    if refusal is None:
        assert ground is not None or given_ == held > 0
        assert not (given_ and given_ == held and marked in SHALL)
    else:
        assert refusal in {
            DisclosureRefusal.GROUND_MISSING,
            DisclosureRefusal.NOTHING_GIVEN,
            DisclosureRefusal.CONFIDENTIAL,
        }
