"""Correcting clerical errors: what is an error in writing, and what would be another decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.correcting import (
    Corrected,
    CorrectionRefusal,
    CorrectionState,
    amounts_in,
    lacks_of_correction,
    lacks_of_text,
    state_of,
)
from foundation.money import Ore, format_kroner

AMOUNTS = st.integers(min_value=1, max_value=10**12).map(Ore)
WORDS = st.text(alphabet="abcdefghij ", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Søster kommune", "Søndre kommune"),
        ("9. mars 2025", "9. mars 2026"),
        ("912 345 678", "912 345 679"),
        ("se § 9", "se § 29"),
        ("sak 2026/00012", "sak 2026/00021"),
        ("Tilskuddet på 1 200 000 kr til Nodre kommune", "Tilskuddet på 1 200 000 kr til Nordre kommune"),
        ("er innvilga etter avslag", "er innvilga, etter avslag"),
    ],
)
def test_what_is_written_wrongly_can_be_corrected(wrong: str, right: str) -> None:
    assert lacks_of_text(Corrected(wrong, right), stood=True) is None


@pytest.mark.parametrize(
    ("wrong", "right", "refusal"),
    [
        ("noe", "", CorrectionRefusal.HALF_SAID),
        ("", "noe", CorrectionRefusal.HALF_SAID),
        ("likt", "likt", CorrectionRefusal.NO_DIFFERENCE),
        ("1 200 000 kr", "1 300 000 kr", CorrectionRefusal.CHANGES_AMOUNT),
        ("1\u00a0200\u00a0000", "1\u00a0300\u00a0000", CorrectionRefusal.CHANGES_AMOUNT),
        ("1,2 mill. kroner", "1,3 mill. kroner", CorrectionRefusal.CHANGES_AMOUNT),
        ("inntil 40 prosent", "inntil 50 prosent", CorrectionRefusal.CHANGES_AMOUNT),
        ("uten beløp", "uten beløp på 500 kr", CorrectionRefusal.CHANGES_AMOUNT),
        ("Søknaden er innvilget", "Søknaden er avslått", CorrectionRefusal.CHANGES_OUTCOME),
        ("Søknaden er avvist", "Søknaden er vurdert", CorrectionRefusal.CHANGES_OUTCOME),
    ],
)
def test_what_was_decided_cannot(wrong: str, right: str, refusal: CorrectionRefusal) -> None:
    assert lacks_of_text(Corrected(wrong, right), stood=True) is refusal


@given(AMOUNTS, AMOUNTS, WORDS)
def test_no_correction_changes_an_amount_as_letters_write_it(one: Ore, other: Ore, around: str) -> None:
    pair = Corrected(f"{around} {format_kroner(one)}", f"{around}. {format_kroner(other)}")
    refusal = lacks_of_text(pair, stood=True)
    assert (refusal is CorrectionRefusal.CHANGES_AMOUNT) == (one != other)
    assert sum(amounts_in(pair.wrong).values()) == 1


def test_only_what_stands_in_the_letter_of_a_form_is_corrected() -> None:
    pair = Corrected("9. mars 2025", "9. mars 2026")
    nothing = Corrected()
    assert lacks_of_correction({"nb": pair, "nn": nothing}, {"nb": True}) is None
    assert lacks_of_correction({"nb": pair, "nn": pair}, {"nb": True, "nn": False}) == (
        "nn",
        CorrectionRefusal.NOT_IN_THE_LETTER,
    )
    assert lacks_of_correction({"nb": nothing, "nn": nothing}, {}) == (
        "nb",
        CorrectionRefusal.NOTHING_CORRECTED,
    )


def test_a_correction_is_sent_when_it_is_signed() -> None:
    assert state_of(signed=False, withdrawn=False) is CorrectionState.PROPOSED
    assert state_of(signed=True, withdrawn=False) is CorrectionState.SENT
    assert state_of(signed=False, withdrawn=True) is CorrectionState.WITHDRAWN
