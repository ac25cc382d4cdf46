"""Which words of a text are new, and which are gone: for showing two versions beside each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether the other version lacks it."""

    text: str
    differs: bool


def marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Part two versions of a text into pieces, word by word. Joined, the pieces are the texts."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    same = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        _pieces(old, [(start, end, tag != "equal") for tag, start, end, _, _ in same]),
        _pieces(new, [(start, end, tag != "equal") for tag, _, _, start, end in same]),
    )


def _pieces(words: Sequence[str], runs: Sequence[tuple[int, int, bool]]) -> tuple[Piece, ...]:
    return tuple(
        Piece("".join(words[start:end]), differs) for start, end, differs in runs if end > start
    )
