"""What members of enums are called for people."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import lazy_gettext as _l

from foundation import words

ROOT = Path(__file__).parents[2]


class Fruit(StrEnum):
    ORANGE = "orange"
    PLUM = "plum"


class Colour(StrEnum):
    ORANGE = "orange"


words.register({Fruit.ORANGE: _l("Appelsin")})
words.register({Colour.ORANGE: _l("Oransje")})


def test_equal_values_of_two_enums_have_their_own_words(app: Flask) -> None:
    with app.test_request_context():
        assert words.say(Fruit.ORANGE) == "Appelsin"
        assert words.say(Colour.ORANGE) == "Oransje"


def test_a_member_without_words_is_told() -> None:
    assert not words.has(Fruit.PLUM)
    with pytest.raises(words.UnknownWordError, match=r"Fruit\.PLUM"):
        words.say(Fruit.PLUM)


def registrations() -> Iterator[tuple[str, ast.Dict]]:
    """Give every mapping that is written out in a call of `words.register`."""
    for path in sorted(ROOT.glob("*/**/words*.py")) + sorted(ROOT.glob("*/words/*.py")):
        if ".venv" in path.parts or "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "words.register":
                continue
            if isinstance(node.args[0], ast.Dict):
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts), node.args[0]


def test_no_word_takes_the_place_of_another_in_the_same_mapping() -> None:
    lost = []
    for module, mapping in registrations():
        names = vars(import_module(module))
        first: dict[str, str] = {}
        for key in mapping.keys:
            if isinstance(key, ast.Attribute):
                member = getattr(names[ast.unparse(key.value)], key.attr)
                before = first.setdefault(member, ast.unparse(key))
                if before != ast.unparse(key):
                    lost.append(f"{module}: {before} and {ast.unparse(key)}")
    assert lost == []
