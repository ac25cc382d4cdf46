"""HTML in, PDF bytes out."""

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from foundation.pdf import artifacts, conformance, tables
from foundation.pdf.fetcher import STATIC, OwnFiles
from foundation.pdf.glyphs import writable
from foundation.pdf.refused import PrintError
from foundation.pdf.tree import Tree

VARIANT = "pdf/a-2a"
_ONE_AT_A_TIME = Lock()
"""Pango's fonts are shared by the whole process and must not be used by two threads at once."""


@dataclass(frozen=True)
class _Press:
    """What all documents share; to read fonts and styles anew would double the time of each."""

    fonts: FontConfiguration
    styles: CSS
    images: dict[str, Any]


def print_pdf(html: str) -> bytes:
    """Print a whole HTML document. Addresses in it are relative to `static/`.

    Raises PrintError when the document asks for anything that is not there.
    """
    with _ONE_AT_A_TIME:
        press = _press()
        try:
            document = HTML(
                string=writable(html),
                base_url=STATIC.as_uri() + "/",
                url_fetcher=OwnFiles(),
            ).render(
                font_config=press.fonts,
                stylesheets=[press.styles],
                cache=press.images,
                pdf_variant=VARIANT,
            )
        except FatalURLFetchingError as error:
            raise PrintError(str(error)) from error
        printed: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
        return printed


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Mend what WeasyPrint says to those who listen, before the file is written."""
    tree = Tree(pdf)
    tables.join_parts(tree)
    tables.say_scopes(tree)
    artifacts.silence(tree)
    conformance.state_pdf_ua(pdf)


@cache
def _press() -> _Press:
    fonts = FontConfiguration()
    styles = CSS(filename=STATIC / "letters.css", font_config=fonts, url_fetcher=OwnFiles())
    return _Press(fonts, styles, {})
