from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.confirmation import Part, fingerprint

ROWS = (
    (2024, "T1-A1", "grant", 100_00),
    (2024, "T1-A1", "own_effort", 50_00),
    (2025, "T1-A2", "grant", 100_00),
)
PART = Part(
    application=7,
    organisation=1508,
    role="participant",
    budget=ROWS,
    effort_hours=120,
    title="Felles anskaffelse på Sunnmøre",
    period=(date(2024, 3, 1), date(2025, 12, 31)),
)


def test_the_same_part_has_the_same_fingerprint() -> None:
    assert fingerprint(PART) == fingerprint(replace(PART))
    assert len(fingerprint(PART)) == 64


@given(st.permutations(ROWS))
def test_the_order_of_the_rows_means_nothing(
    rows: list[tuple[int, str, str, int]],
) -> None:
    assert fingerprint(replace(PART, budget=tuple(rows))) == fingerprint(PART)


@pytest.mark.parametrize(
    "changed",
    [
        replace(PART, application=8),
        replace(PART, organisation=1580),
        replace(PART, role="observer"),
        replace(PART, effort_hours=121),
        replace(PART, title="Felles anskaffelse på Nordmøre"),
        replace(PART, period=(date(2024, 3, 2), date(2025, 12, 31))),
        replace(PART, period=(date(2024, 3, 1), date(2025, 12, 30))),
        replace(PART, period=None),
        replace(PART, budget=ROWS[1:]),
        replace(PART, budget=(*ROWS, ROWS[0])),
        replace(PART, budget=((2025, "T1-A1", "grant", 100_00), *ROWS[1:])),
        replace(PART, budget=((2024, "T1-A3", "grant", 100_00), *ROWS[1:])),
        replace(PART, budget=((2024, "T1-A1", "own_funding", 100_00), *ROWS[1:])),
        replace(PART, budget=((2024, "T1-A1", "grant", 100_01), *ROWS[1:])),
    ],
)
def test_any_change_to_the_part_makes_another_fingerprint(changed: Part) -> None:
    assert fingerprint(changed) != fingerprint(PART)


@given(st.text(), st.text())
def test_different_titles_never_share_a_fingerprint(one: str, other: str) -> None:
    same = fingerprint(replace(PART, title=one)) == fingerprint(replace(PART, title=other))
    assert same == (one == other)
