"""What a letter says, written as JSON to be kept with it, and read again."""

from dataclasses import fields
from datetime import date
from enum import Enum
from typing import get_type_hints

from decisions.letter.said import SAYINGS, Saying
from decisions.letterkinds import LetterKind
from foundation.columns import JsonValue


def as_json(said: Saying) -> JsonValue:
    """Write down every part: dates as ISO text, choices as their values."""
    return JsonValue({one.name: _written(getattr(said, one.name)) for one in fields(said)})


def from_json(kind: LetterKind, kept: JsonValue) -> Saying:
    """Read what was written down. Raises LetterError when a required part is missing."""
    shape = SAYINGS[kind]
    hints = get_type_hints(shape)
    return shape(**{one.name: _read(kept.get(one.name), hints[one.name]) for one in fields(shape)})


def _written(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _read(value: object, hint: object) -> object:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if isinstance(value, str) and hint in {date, date | None}:
        return date.fromisoformat(value)
    return value
