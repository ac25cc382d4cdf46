"""What a rule sheet is made of. Texts are in the reader's form of Norwegian."""

from dataclasses import dataclass

from foundation.letterhead import Stated


@dataclass(frozen=True, kw_only=True)
class Statement(Stated):
    """One rule as a sentence, with what the administrator notes about it and where it comes from."""

    number: str
    """As `2.3`: what people refer to."""
    text: str
    note: str | None = None
    source: str | None = None
    chosen: bool = False
    """The administrator chose it, for the documents behind the scheme give none."""


@dataclass(frozen=True, kw_only=True)
class Chapter(Stated):
    """Rules about one thing."""

    number: int
    title: str
    statements: tuple[Statement, ...]
