"""How dates, numbers and identities are written, and how a document is read as text."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import wording
from foundation.law import ACT_OF_1967, ACT_OF_2025, references_on
from foundation.paper import paragraphs
from foundation.plaintext import plain


def test_a_date_is_written_in_full() -> None:
    assert wording.format_day(date(2026, 2, 6)) == "6.\u00a0februar 2026"


def test_a_moment_is_written_to_the_second_in_oslo() -> None:
    last = datetime(2026, 1, 15, 22, 59, 59, tzinfo=UTC)
    assert wording.format_moment(last) == "15.\u00a0januar 2026 kl.\u00a023:59:59"
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert wording.format_moment(summer) == "2.\u00a0juli 2026 kl.\u00a000:30:00"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("71.30"), "71,3"),
        (Decimal("5.0"), "5"),
        (Decimal(1200), "1\u00a0200"),
        (1_234_567, "1\u00a0234\u00a0567"),
        (Decimal("-0.5"), "\u22120,5"),
        (Decimal("1E+2"), "100"),
        (Decimal(0), "0"),
    ],
)
def test_a_number_has_a_comma_and_no_idle_noughts(value: Decimal | int, written: str) -> None:
    assert wording.format_number(value) == written


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_can_be_read_back(value: Decimal) -> None:
    written = wording.format_number(value)
    back = written.replace("\u00a0", "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(back) == value


def test_identities_are_grouped_as_people_read_them() -> None:
    assert wording.format_organisation_number("983544622") == "983\u00a0544\u00a0622"
    assert wording.format_account("12345678911") == "1234\u00a056\u00a078911"


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (1, "1\u00a0kB"), (999_001, "1000\u00a0kB"), (1_000_000, "1\u00a0MB"),
        (1_000_001, "1,1\u00a0MB"), (12_345_678, "12,4\u00a0MB"),
    ],
)  # fmt: skip
def test_a_size_is_rounded_up(size: int, written: str) -> None:
    assert wording.format_size(size) == written


def test_the_new_act_is_cited_from_the_day_it_is_in_force() -> None:
    day = date(2027, 1, 1)
    assert references_on(date(2026, 12, 31), day) is ACT_OF_1967
    assert references_on(day, day) is ACT_OF_2025
    assert references_on(day, None) is ACT_OF_1967


def test_what_somebody_wrote_is_parted_at_empty_lines() -> None:
    assert paragraphs("En\nlinje.\n \nTo.\n\n\n") == ["En linje.", "To."]


def test_a_document_is_read_in_order() -> None:
    html = """<html><head><title>x</title><style>p {}</style></head><body>
    <header><p>Kari<br>Oslo</p></header><h1>Vedtak</h1><p>Dere  får
    500&nbsp;kr.</p><h2>Klage</h2><ul><li>a</li><li>b</li></ul>
    <table><caption>Rater</caption><thead><tr><th>Rate</th><th>Beløp</th></tr></thead>
    <tbody><tr><td><p>1.</p><p>V1</p></td><td>5</td></tr></tbody></table>
    <figure><svg><title>t</title><text>7</text></svg></figure></body></html>"""
    assert plain(html).splitlines() == [
        "Kari / Oslo", "", "# Vedtak", "Dere får 500 kr.", "", "## Klage", "– a", "– b", "Rater",
        "Rate | Beløp", "1. / V1 | 5",
    ]  # fmt: skip
