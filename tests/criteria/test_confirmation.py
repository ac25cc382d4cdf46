import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.confirmation import (
    Change,
    Covered,
    Part,
    changes,
    fingerprint,
    read_part,
    written,
)

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
        replace(PART, cost_key="equal"),
        replace(PART, cost_key="custom", cost_percent=0),
    ],
)
def test_any_change_to_the_part_makes_another_fingerprint(changed: Part) -> None:
    assert fingerprint(changed) != fingerprint(PART)


@given(st.text(), st.text())
def test_different_titles_never_share_a_fingerprint(one: str, other: str) -> None:
    same = fingerprint(replace(PART, title=one)) == fingerprint(replace(PART, title=other))
    assert same == (one == other)


PLACES = st.tuples(
    st.sampled_from([2024, 2025]),
    st.sampled_from(["T1-A1", "T1-A2"]),
    st.sampled_from(["grant", "own_effort"]),
)
PARTS = st.builds(
    lambda role, amounts, hours, title, period, agreed: Part(
        application=7,
        organisation=1508,
        role=role,
        budget=tuple((*place, amount) for place, amount in amounts.items()),
        effort_hours=hours,
        title=title,
        period=period,
        cost_key=agreed[0],
        cost_percent=agreed[1],
    ),
    st.sampled_from(["participant", "observer"]),
    st.dictionaries(PLACES, st.integers(1, 3)),
    st.integers(0, 2),
    st.sampled_from(["Felles", "Felles journal"]),
    st.sampled_from([None, (date(2024, 3, 1), date(2025, 12, 31))]),
    st.sampled_from([(None, None), ("equal", None), ("custom", 0), ("custom", 2_500)]),
)


@given(PARTS, PARTS)
def test_there_is_something_to_tell_exactly_when_the_confirmation_has_fallen(
    one: Part, other: Part
) -> None:
    assert (changes(one, other) == ()) == (fingerprint(one) == fingerprint(other))


@given(PARTS)
def test_a_part_that_is_written_down_is_read_as_it_was(part: Part) -> None:
    kept = json.loads(json.dumps(written(part)))
    assert fingerprint(read_part(kept)) == fingerprint(part)


def test_a_change_says_from_what_to_what() -> None:
    changed = replace(PART, effort_hours=200, budget=ROWS[:2])
    assert changes(PART, changed) == (
        Change(Covered.EFFORT, 120, 200),
        Change(Covered.AMOUNT, 100_00, None, (2025, "T1-A2", "grant")),
    )


@pytest.mark.parametrize("kept", [{}, {**written(PART), "budget": [["2024"]]}])
def test_what_is_no_part_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="written down"):
        read_part(kept)
