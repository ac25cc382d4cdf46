"""Which words of a text are new, and which are gone: for showing two versions beside each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether the other version lacks it."""

    text: str
    differs: bool


def marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Part two versions of a text into pieces, word by word. Joined, the pieces are the texts.

    Two new words with a space between them are one piece: a space alone is nothing in common.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    runs = [
        (old[a:b], new[c:d], tag != "equal" or not "".join(old[a:b]).strip())
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ]
    if before == after:
        runs = [(old, new, False)]
    return (
        _pieces((words, differs) for words, _, differs in runs),
        _pieces((words, differs) for _, words, differs in runs),
    )


def _pieces(runs: Iterable[tuple[list[str], bool]]) -> tuple[Piece, ...]:
    together = groupby(runs, key=itemgetter(1))
    texts = (
        ("".join(word for words, _ in group for word in words), differs)
        for differs, group in together
    )
    return tuple(Piece(text, differs) for text, differs in texts if text)
