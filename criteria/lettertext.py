"""The texts of letters with places to fill: `Dere får {innvilget} til «{prosjekt}»`.

A place has a name in braces. An office writes its own texts; what a letter must state stays in them,
because a part that must name a place cannot be kept without it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

_PLACE = re.compile(r"\{([^{}\s]+)\}")


class TextFault(StrEnum):
    """What can be wrong with a text that somebody wrote for a letter."""

    EMPTY = "empty"
    UNKNOWN_PLACE = "unknown_place"
    MISSING_PLACE = "missing_place"
    MISSING_WORD = "missing_word"
    STRAY_BRACE = "stray_brace"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, with the place, word or sign that it is about."""

    kind: TextFault
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a part's text may name, what it must, which words it must say, and whether it may be empty."""

    known: frozenset[str]
    must: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    optional: bool = False


def places_in(text: str) -> frozenset[str]:
    """Give the names of the places in a text."""
    return frozenset(_PLACE.findall(text))


def faults_of(text: str, demands: Demands) -> list[Fault]:
    """List what is wrong with a text. An optional part may be empty; any other text is held to all."""
    if not text.strip():
        return [] if demands.optional else [Fault(TextFault.EMPTY)]
    return list(_faults(text, demands))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values in a text's places, as they are. Raises KeyError for a place without a value."""
    return _PLACE.sub(lambda place: values[place.group(1)], text)


def _faults(text: str, demands: Demands) -> Iterator[Fault]:
    named = places_in(text)
    for name in sorted(named - demands.known):
        yield Fault(TextFault.UNKNOWN_PLACE, name)
    for name in sorted(demands.must - named):
        yield Fault(TextFault.MISSING_PLACE, name)
    for word in _unsaid(text, demands.words):
        yield Fault(TextFault.MISSING_WORD, word)
    for sign in sorted(set(_PLACE.sub("", text)) & {"{", "}"}):
        yield Fault(TextFault.STRAY_BRACE, sign)


def _unsaid(text: str, words: Collection[str]) -> list[str]:
    said = text.casefold()
    return [word for word in words if word.casefold() not in said]
