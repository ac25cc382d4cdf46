"""What each word of the law is called for people: one sentence for each enum member, in both languages."""

from collections.abc import Mapping
from enum import Enum

from flask_babel import LazyString

_WORDS: dict[Enum, LazyString] = {}


class UnknownWordError(LookupError):
    """A member has no words. Register it in the words.py of its room."""


def register(words: Mapping[Enum, LazyString]) -> None:
    """Add the words of a room's enums."""
    _WORDS.update(words)


def say(member: Enum, **values: object) -> str:
    """Say a member in the reader's language, with the numbers that belong in its sentence."""
    try:
        sentence = str(_WORDS[member])
    except KeyError as error:
        raise UnknownWordError(f"{type(member).__name__}.{member.name}") from error
    return sentence % values if values else sentence


def has(member: Enum) -> bool:
    """Tell whether a member has words."""
    return member in _WORDS
