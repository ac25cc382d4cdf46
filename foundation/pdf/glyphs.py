"""Keeps a document within the letters its own fonts can draw.

A character our fonts lack would be drawn with whatever font the machine has, or with none: the paper would
differ from machine to machine and could not be archived. What people paste from elsewhere is therefore
written with its nearest likeness, and what has none shows plainly that something stood there.
"""

import re
import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from foundation.pdf.fetcher import STATIC

FACE = STATIC / "fonts" / "OpenSans-Regular.ttf"
"""The four faces draw the same characters."""
UNKNOWN = "\ufffd"
_LIKENESS = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2192": "–",
    "\u202f": "\u00a0",
    "\u2713": "x",
    "\u2714": "x",
    "\u25a1": "o",
    "\u2610": "o",
}
_UNSEEN = frozenset(("Cc", "Cf", "Mn"))
"""Control and joining characters, and marks that belong to a character we have no drawing of."""


def writable(text: str) -> str:
    """Compose the text's characters and replace those that no face can draw."""
    return _undrawn().sub(_likeness, unicodedata.normalize("NFC", text))


def _likeness(undrawn: re.Match[str]) -> str:
    character = undrawn[0]
    if character in _LIKENESS:
        return _LIKENESS[character]
    return "" if unicodedata.category(character) in _UNSEEN else UNKNOWN


@cache
def _undrawn() -> re.Pattern[str]:
    with TTFont(FACE, lazy=True) as face:
        drawn = "".join(re.escape(chr(point)) for point in face.getBestCmap())
    return re.compile(f"[^\n\t{drawn}]")
