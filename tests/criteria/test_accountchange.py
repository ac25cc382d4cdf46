"""Who may change where a grant is paid, and when it holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.accountchange import (
    LEAST_DAYS,
    MOST_DAYS,
    ChangeRefusal,
    ChangeState,
    holds_from,
    may_ask,
    may_confirm,
    state_at,
)

ASK, OLA = 1, 2


@given(st.dates(date(2026, 1, 1), date(2028, 12, 1)), st.integers(LEAST_DAYS, MOST_DAYS))
def test_so_many_whole_days_lie_between_the_yes_and_the_day_it_holds(on: date, days: int) -> None:
    between = holds_from(on, days) - on - timedelta(days=1)
    assert between.days == days


def test_only_another_of_the_same_organisation_confirms() -> None:
    assert may_confirm(ASK, ASK, of_the_lead=True) is ChangeRefusal.SAME_PERSON
    assert may_confirm(OLA, ASK, of_the_lead=False) is ChangeRefusal.NOT_OF_THE_LEAD
    assert may_confirm(OLA, ASK, of_the_lead=True) is None


@pytest.mark.parametrize(
    ("signs", "accepted", "opened", "refusal"),
    [
        (False, True, False, ChangeRefusal.NOT_LEADS_SIGNATORY),
        (True, False, False, ChangeRefusal.NOT_ACCEPTED),
        (True, True, True, ChangeRefusal.ALREADY_ASKED),
        (True, True, False, None),
    ],
)
def test_a_signatory_asks_for_an_accepted_grant_and_once_at_a_time(
    *, signs: bool, accepted: bool, opened: bool, refusal: ChangeRefusal | None
) -> None:
    assert may_ask(is_signatory=signs, accepted=accepted, is_open=opened) is refusal


def test_where_a_change_stands_follows_from_what_happened() -> None:
    assert state_at(confirmed=False, done=False, ended=False) is ChangeState.ASKED
    assert state_at(confirmed=True, done=False, ended=False) is ChangeState.CONFIRMED
    assert state_at(confirmed=True, done=True, ended=False) is ChangeState.DONE
    assert state_at(confirmed=True, done=False, ended=True) is ChangeState.WITHDRAWN
