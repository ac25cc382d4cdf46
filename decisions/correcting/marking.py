"""Finding and marking what is corrected in a letter that is HTML: words only, never tags.

A text is found where it stands within one paragraph, whatever the spaces between its words are.
"""

import re
from datetime import date
from typing import NamedTuple

from markupsafe import escape

from criteria.correcting import Corrected
from foundation.language import Bilingual
from foundation.wording import format_day

_TAG = re.compile(r"(<[^>]*>)")
_MAIN = re.compile(r"<main>(.*)</main>", re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-3])\b[^>]*>")
_DOWN = 2
"""How far the headings of a letter are moved down where it stands behind another."""
_TITLE = Bilingual(
    "Vedlegg: Brevet av {dated} slik det lyder etter rettingen",
    "Vedlegg: Brevet av {dated} slik det lyder etter rettinga",
)
_STOOD = Bilingual("(rettet, det sto «{wrong}»)", "(retta, det stod «{wrong}»)")


class Written(NamedTuple):
    """A letter's body as HTML, in one form of Norwegian."""

    html: str
    language: str


def body_of(document: str) -> str:
    """Give what a letter says, from its heading to its signature, without the letterhead."""
    found = _MAIN.search(document)
    if found is None:
        raise ValueError(document[:80])
    return found[1]


def stands_in(body: str, text: str) -> bool:
    """Tell whether a letter says a text."""
    said = _pattern(text)
    return bool(text.strip()) and any(said.search(words) for words in _words(body))


def as_corrected(body: str, corrected: Corrected) -> str:
    """Give a letter as it reads when a text is corrected, wherever it stands."""
    right = str(escape(corrected.right))
    return _replaced(body, corrected.wrong, right)


def marked(written: Written, corrected: Corrected) -> str:
    """Give a letter as it reads when a text is corrected, with the correction marked and told in words."""
    stood = escape(_STOOD.in_(written.language).format(wrong=corrected.wrong))
    mark = f'<strong class="corrected">{escape(corrected.right)}</strong> {stood}'
    return _replaced(written.html, corrected.wrong, mark)


def behind_another(written: Written, dated: date) -> str:
    """Give a letter so that it can stand behind another: under a title, with its headings moved down."""
    title = _TITLE.in_(written.language).format(dated=format_day(dated))
    body = _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + _DOWN}>", written.html)
    return f"<h2>{title}</h2>\n{body}"


def _replaced(body: str, wrong: str, by: str) -> str:
    said = _pattern(wrong)
    parts = _TAG.split(body)
    parts[::2] = [said.sub(lambda _: by, words) for words in parts[::2]]
    return "".join(parts)


def _words(body: str) -> list[str]:
    return _TAG.split(body)[::2]


def _pattern(text: str) -> re.Pattern[str]:
    """Match a text as a letter is written: any space is any other, and no word is cut in two."""
    words = [re.escape(str(escape(word))) for word in text.split()]
    begins = r"(?<!\w)" if text.strip()[:1].isalnum() else ""
    ends = r"(?!\w)" if text.strip()[-1:].isalnum() else ""
    return re.compile(begins + r"\s+".join(words) + ends)
