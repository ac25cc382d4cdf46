"""Words as they are looked for: the same rule for what is kept, what is asked, and what is marked.

A word is letters and digits; upper and lower case are the same, å is not a. What is asked for is found at
the beginning of words, without its ending: «kommune» also finds «kommunar» and «kommunane», so that
bokmål finds nynorsk and the other way round.
"""

import re
from collections.abc import Iterable

LONGEST = 11
"""Of a word, no more than this is kept: the index of beginnings goes that far."""
SHORTEST_STEM = 5
MOST_TERMS = 8
BESIDE = 70
"""How many characters a snippet shows on each side of the first hit."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ane", "ene", "ar", "en", "er", "et", "a", "e")


def words_of(texts: Iterable[str]) -> set[str]:
    """Give the words of some texts, as they are kept."""
    return {word[:LONGEST] for text in texts for word in _WORD.findall(text.lower())}


def written(words: Iterable[str]) -> str:
    """Write words as a row keeps them: each once, in order, with a space before each."""
    return "".join(f" {word}" for word in sorted(set(words)))


def terms_of(text: str) -> tuple[str, ...]:
    """Give the beginnings that a person asks for; nothing for a text without words."""
    found = (_stem(word)[:LONGEST] for word in _WORD.findall(text.lower()))
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def begins(word: str, terms: Iterable[str]) -> bool:
    """Tell whether a word is a hit. A single letter or digit is a word by itself."""
    kept = word.lower()[:LONGEST]
    return any(kept == term if len(term) == 1 else kept.startswith(term) for term in terms)


def snippet(text: str, terms: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Cut out the text round its first hit, in pieces that say whether they are hits; empty without any."""
    wanted = tuple(terms)
    first = next((one for one in _WORD.finditer(text) if begins(one.group(), wanted)), None)
    if first is None:
        return ()
    begin, end = _cut(text, first.start() - BESIDE, first.end() + BESIDE)
    pieces: list[tuple[str, bool]] = [("… ", False)] if begin else []
    shown = begin
    for one in _WORD.finditer(text, begin, end):
        if begins(one.group(), wanted):
            pieces += [(text[shown : one.start()], False), (one.group(), True)]
            shown = one.end()
    pieces.append((text[shown:end] + (" …" if end < len(text) else ""), False))
    return tuple((" ".join(part.split("\n")), hit) for part, hit in pieces if part)


def _cut(text: str, begin: int, end: int) -> tuple[int, int]:
    """Widen a cut to whole words."""
    begin, end = max(begin, 0), min(end, len(text))
    while begin and not text[begin - 1].isspace():
        begin -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return begin, end
