from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.duties import (
    Due,
    DutyKind,
    DutyTerms,
    Nudge,
    months_after,
    nudge_on,
    reports_due,
)


def test_each_year_of_a_grant_owes_a_report_and_the_whole_a_final_one_with_the_last() -> None:
    assert reports_due([2027, 2026]) == (
        Due(DutyKind.ANNUAL, 2026, date(2027, 4, 1)),
        Due(DutyKind.ANNUAL, 2027, date(2028, 4, 1)),
        Due(DutyKind.FINAL, 2027, date(2028, 4, 1)),
    )


def test_the_calls_data_add_status_benefits_and_experience() -> None:
    terms = DutyTerms(status_month=9, benefit_years=2, experience_months=6)
    added = [due for due in reports_due([2026, 2027], terms) if due not in reports_due([2026, 2027])]
    assert added == [
        Due(DutyKind.STATUS, 2026, date(2026, 9, 1)),
        Due(DutyKind.STATUS, 2027, date(2027, 9, 1)),
        Due(DutyKind.BENEFITS, 2028, date(2029, 4, 1)),
        Due(DutyKind.BENEFITS, 2029, date(2030, 4, 1)),
        Due(DutyKind.EXPERIENCE, 2027, date(2028, 6, 30)),
    ]
    assert reports_due([], terms) == ()
    assert reports_due([2026], DutyTerms(status_month=0, benefit_years=0)) == reports_due([2026])


@given(year=st.integers(2020, 2040), months=st.integers(1, 60))
def test_months_after_a_year_end_on_a_months_last_day(year: int, months: int) -> None:
    found = months_after(year, months)
    assert (found + timedelta(days=1)).day == 1
    assert (found.year - year - 1) * 12 + found.month == months


@pytest.mark.parametrize("years", [[], [2026], [2024, 2028], [2026, 2026]])
def test_no_year_is_told_of_twice(years: list[int]) -> None:
    annual = [due.year for due in reports_due(years) if due.kind is DutyKind.ANNUAL]
    assert annual == sorted(set(years))
    final = [due.year for due in reports_due(years) if due.kind is DutyKind.FINAL]
    assert final == ([max(years)] if years else [])


@pytest.mark.parametrize(
    ("days", "nudge"),
    [
        (-15, None), (-14, Nudge.BEFORE), (0, Nudge.BEFORE), (1, None), (2, None),
        (3, Nudge.AFTER), (30, Nudge.AFTER), (31, None),
    ],
)  # fmt: skip
def test_a_report_is_reminded_of_before_its_day_and_when_it_is_late(
    days: int, nudge: Nudge | None
) -> None:
    due_on = date(2027, 4, 1)
    assert nudge_on(due_on, due_on + timedelta(days=days)) is nudge
