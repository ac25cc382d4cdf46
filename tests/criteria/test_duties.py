from datetime import date, timedelta

import pytest

from criteria.duties import Due, DutyKind, Nudge, nudge_on, reports_due


def test_each_year_of_a_grant_owes_a_report_and_the_whole_a_final_one_with_the_last() -> None:
    assert reports_due([2027, 2026]) == (
        Due(DutyKind.ANNUAL, 2026, date(2027, 4, 1)),
        Due(DutyKind.ANNUAL, 2027, date(2028, 4, 1)),
        Due(DutyKind.FINAL, 2027, date(2028, 4, 1)),
    )


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
