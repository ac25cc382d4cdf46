"""The texts of letters as pages show them: all kinds, one version with what it changed, and samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from flask_babel import LazyString

from decisions.letterkinds import TEXT_KINDS, LetterKind
from decisions.lettertexts import queries
from decisions.lettertexts.models import LetterTemplate
from decisions.lettertexts.parts import Texts, demands, parts_of, shipped
from decisions.lettertexts.values import values_of
from decisions.lettertexts.words import PART_WORDS
from decisions.samples import Size, letters_of
from foundation.language import LANGUAGES
from grants.changes.marking import Piece, marked


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of letter in the list: its newest version, if any was ever needed."""

    kind: LetterKind
    newest: LetterTemplate | None
    is_own: bool
    """Whether any text differs from what is shipped."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A part whose words were changed in one form of Norwegian."""

    part: LazyString
    language: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version, and what it changed from the one before it."""

    version: LetterTemplate
    changes: Sequence[TextChange]
    in_force: bool


def kinds(scheme_id: int) -> list[KindRow]:
    """List every kind of letter with its newest texts."""
    newest = queries.newest_of(scheme_id)
    return [
        KindRow(kind, newest.get(kind), queries.whole(kind, newest.get(kind)) != shipped(kind))
        for kind in TEXT_KINDS
    ]


def versions(scheme_id: int, kind: LetterKind, today: date) -> list[VersionShown]:
    """List the versions of a kind, newest first, each with what it changed."""
    found = queries.versions_of(scheme_id, kind)
    current = queries.in_force(scheme_id, kind, today)
    texts: list[Texts] = [shipped(kind), *(queries.whole(kind, one) for one in found)]
    return [
        VersionShown(one, changes(kind, before, after), one is current)
        for one, (before, after) in reversed(list(zip(found, pairwise(texts), strict=True)))
    ]


def changes(kind: LetterKind, before: Texts, after: Texts) -> list[TextChange]:
    """List what differs between two sets of texts, in the order of the letter."""
    return [
        TextChange(
            PART_WORDS[part.code],
            language,
            *marked(before[part.code].in_(language), after[part.code].in_(language)),
        )
        for part in parts_of(kind)
        for language in LANGUAGES
        if before[part.code].in_(language) != after[part.code].in_(language)
    ]


def example_values(kind: LetterKind, language: str) -> dict[str, str]:
    """Give each place that the texts of a kind may name, with what it said in the longest sample."""
    found: dict[str, str] = {}
    for letter in letters_of(kind, Size.WORST, language):
        found |= values_of(letter)
    named = {name for part in parts_of(kind) for name in demands(kind, part.code).known}
    return {name: value for name, value in sorted(found.items()) if name in named}
