"""Every rule and reason of ranking and sharing out has words, on the page and in the letter."""

from enum import StrEnum

import pytest
from flask import Flask

from criteria.allocation import Aim, Cutter, Method, Reason, Selection, Worsening
from criteria.allocation.difference import Why
from criteria.allocation.reserve import Kind, Order
from criteria.ranking import TieRule, Trait
from criteria.whatif import Turn
from decisions.filling.sentences import MAIN_REASONS
from foundation import words


@pytest.mark.parametrize(
    "enum",
    [Aim, Cutter, Kind, Method, Order, Reason, Selection, TieRule, Trait, Turn, Why, Worsening],
)
def test_every_member_has_words(app: Flask, enum: type[StrEnum]) -> None:
    assert app.blueprints
    assert [one for one in enum if not words.has(one)] == []


def test_a_letter_has_a_sentence_for_every_reason() -> None:
    assert set(Reason) - set(MAIN_REASONS) == {Reason.BELOW_THRESHOLD}
    for sentence in MAIN_REASONS.values():
        assert sentence.nb != sentence.nn
