"""The parts of each kind of letter, as they are shipped: texts in both forms of Norwegian.

A part's code, its order, what it must name and when it stands in the letter belong to the product; its
words are the scheme's to change. No part can be taken away, and only those marked optional may be empty.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from criteria.lettertext import Demands, places_in
from decisions.letter.said import SAYINGS
from decisions.letterkinds import OF_DECISIONS, LetterKind
from foundation.language import Bilingual

_SHIPPED = Path(__file__).resolve().parent / "shipped"
_SHARED, _ASSESSMENT = "shared", "assessment"
_COMPLAINT, _OPENNESS, _TOO_LOW = "complaint", "openness", "below_threshold"
ONE_LINE = frozenset(("kind", "heading", "heading_partial", "heading_refused"))
"""The parts that are a line and no paragraph."""
COMMON = frozenset(
    ("søker", "prosjekt", "saksnummer", "avsender", "ordning", "utlysning", "forvaltningsloven")
)
"""What every text may name."""

Texts = Mapping[str, Bilingual]
"""A whole set of texts of a kind of letter, by the parts' codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a letter whose words can be changed."""

    code: str
    text: Bilingual
    """As it is shipped."""
    must: frozenset[str]
    """The places it must name."""
    words: tuple[str, ...]
    """The words it must say."""
    optional: bool
    when: str | None
    """The value without which it is left out."""
    section: Bilingual | None
    """The heading that it begins a section under."""

    @property
    def is_one_line(self) -> bool:
        """Tell whether it is a heading."""
        return self.code in ONE_LINE


@dataclass(frozen=True, slots=True)
class Section:
    """Parts that stand under one heading; the first may stand under none."""

    title: Bilingual | None
    parts: tuple[Part, ...]


@cache
def parts_of(kind: LetterKind) -> tuple[Part, ...]:
    """Give the parts of a kind of letter, in the order they stand in it."""
    parts = [_part(code, part) for code, part in _read(kind.value).items()]
    parts += [_part(code, part) for name in _borrowed(kind) for code, part in _read(name).items()]
    return tuple(part for part in parts if part.code not in _unused(kind))


@cache
def sections_of(kind: LetterKind) -> tuple[Section, ...]:
    """Give the body of a letter that is nothing but its parts."""
    found: list[tuple[Bilingual | None, list[Part]]] = []
    for part in parts_of(kind):
        if part.is_one_line or part.code in {_COMPLAINT, _OPENNESS}:
            continue
        if part.section is not None or not found:
            found.append((part.section, []))
        found[-1][1].append(part)
    return tuple(Section(title, tuple(parts)) for title, parts in found)


def shipped(kind: LetterKind) -> Texts:
    """Give the texts of a kind of letter as they are shipped."""
    return {part.code: part.text for part in parts_of(kind)}


@cache
def demands(kind: LetterKind, code: str) -> Demands:
    """Give what a part's text is held to: it may name what its kind always knows, and what it needs."""
    part = next(one for one in parts_of(kind) if one.code == code)
    conditional = frozenset({part.when} if part.when else ())
    return Demands(
        known=_always(kind) | part.must | places_in(part.text.nb) | conditional,
        must=part.must,
        words=part.words,
        optional=part.optional,
    )


@cache
def _always(kind: LetterKind) -> frozenset[str]:
    """Give what a letter of a kind always has a value for: what its heading names."""
    heading = _read(kind.value)["heading"]
    return COMMON if heading.get("when") else COMMON | places_in(heading["nb"])


def _borrowed(kind: LetterKind) -> tuple[str, ...]:
    if kind in {LetterKind.AWARD, LetterKind.REFUSAL}:
        return (_ASSESSMENT, _SHARED)
    return (_SHARED,)


def _unused(kind: LetterKind) -> frozenset[str]:
    """Leave out what letters of a kind never say, such as why an award was refused."""
    saying = SAYINGS.get(kind)
    unused = set()
    if kind not in OF_DECISIONS and not (saying and saying.with_complaint):
        unused.add(_COMPLAINT)
    if saying is not None or kind is LetterKind.DEFICIENCY:
        unused.add(_OPENNESS)
    if kind is LetterKind.AWARD:
        unused.add(_TOO_LOW)
    return frozenset(unused)


def _part(code: str, written: Mapping[str, Any]) -> Part:
    section = written.get("section")
    return Part(
        code=code,
        text=Bilingual(written["nb"].strip(), written["nn"].strip()),
        must=frozenset(written.get("must", ())),
        words=tuple(written.get("words", ())),
        optional=bool(written.get("optional")),
        when=written.get("when"),
        section=Bilingual(section["nb"], section["nn"]) if section else None,
    )


@cache
def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_SHIPPED / f"{name}.toml").read_text(encoding="utf-8"))
