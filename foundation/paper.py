"""Values in, paper out: fills the templates of letters and reports, then prints or reads them.

The letter's language picks the template folder, so bokmål and nynorsk are each written by hand
and share only the markup. Nothing here knows the request, the user or the database.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from foundation import pdf
from foundation.language import LANGUAGES
from foundation.letterhead import LetterError, Letterhead, SheetHead
from foundation.money import format_amount, format_kroner
from foundation.plaintext import plain
from foundation.wording import (
    MONTHS,
    NO_BREAK,
    format_account,
    format_day,
    format_moment,
    format_number,
    format_organisation_number,
    format_size,
)

_TIED = re.compile(rf"(?<=§) | (?=(?:{'|'.join(MONTHS)}) \d{{4}})")
"""Spaces that no line may end at: after a paragraph sign, and between day and month."""
Say = Callable[..., str]
_SPACES = re.compile(r"[ \t\r\n]+")
"""Not the space that no line may end at: an amount keeps its own."""
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def print_out(
    template: str, content: object, head: Letterhead | SheetHead, *, say: Say | None = None
) -> bytes:
    """Print a document as PDF. The same content always gives the same bytes.

    `template` is a path with a place for the language, as `letters/{language}/award.html`. `say` gives
    the template the texts that are no part of it.
    """
    return pdf.print_pdf(filled(template, content, head, say))


def read_out(
    template: str, content: object, head: Letterhead | SheetHead, *, say: Say | None = None
) -> str:
    """Give the words of a document in reading order, without layout."""
    return plain(filled(template, content, head, say))


def filled(
    template: str, content: object, head: Letterhead | SheetHead, say: Say | None = None
) -> str:
    """Give a document as HTML, before it is printed or read."""
    if head.language not in LANGUAGES:
        raise LetterError(f"{type(head).__name__}.language: {head.language}")
    page = _templates().get_template(template.format(language=head.language))
    written = page.render(content=content, head=head, language=head.language, say=say)
    return _TIED.sub(NO_BREAK, written)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters.update(
        kroner=format_kroner,
        amount=format_amount,
        day=format_day,
        moment=format_moment,
        number=format_number,
        organisation_number=format_organisation_number,
        account=format_account,
        size=format_size,
        paragraphs=paragraphs,
    )
    return templates


def paragraphs(written: str) -> list[str]:
    """Part what somebody wrote where it has empty lines; a single line break is a space."""
    return [_SPACES.sub(" ", part.strip()) for part in re.split(r"\n\s*\n", written) if part.strip()]
