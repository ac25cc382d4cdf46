"""What each word of the law is called for people: one sentence for each enum member, in both languages."""

from collections.abc import Mapping
from enum import Enum

from flask_babel import LazyString, get_locale

_WORDS: dict[tuple[type[Enum], str], LazyString] = {}
# A list says the same few words a hundred times, and each costs a look into the catalogue.
_SAID: dict[tuple[type[Enum], str, str], str] = {}


class UnknownWordError(LookupError):
    """A member has no words. Register it in the words.py of its room."""


def register(words: Mapping[Enum, LazyString]) -> None:
    """Add the words of one or more enums.

    Members of two string enums with the same value are equal to Python: such enums are registered by
    themselves, or one would take the other's place in the mapping.
    """
    _WORDS.update({_key(member): sentence for member, sentence in words.items()})
    _SAID.clear()


def say(member: Enum, **values: object) -> str:
    """Say a member in the reader's language, with the numbers that belong in its sentence."""
    key = type(member), member.name, str(get_locale())
    sentence = _SAID.get(key)
    if sentence is None:
        sentence = _SAID[key] = _translated(member)
    return sentence % values if values else sentence


def has(member: Enum) -> bool:
    """Tell whether a member has words."""
    return _key(member) in _WORDS


def _translated(member: Enum) -> str:
    try:
        return str(_WORDS[_key(member)])
    except KeyError as error:
        raise UnknownWordError(f"{type(member).__name__}.{member.name}") from error


def _key(member: Enum) -> tuple[type[Enum], str]:
    return type(member), member.name
