"""Whether a text says anything at all, and what two texts are compared by.

A reason is never empty, and never only looks like one.
"""

import re
import unicodedata

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing: fillers of Hangul, and braille without dots."""


def says_something(text: str) -> bool:
    """Tell whether a text has any sign that can be seen: not only spaces, joiners or controls."""
    return any(
        unicodedata.category(sign)[0] not in "ZC" and sign not in _BLANK
        for sign in text
        if unicodedata.category(sign)[0] != "M"
    )


def compared(text: str) -> str:
    """Give what names are compared by: letters and digits in lower case, whatever stands between them."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
