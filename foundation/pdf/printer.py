"""HTML in, PDF bytes out."""

from threading import Lock

import pydyf
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from foundation.pdf import artifacts, conformance, tables
from foundation.pdf.fetcher import STATIC, OwnFiles
from foundation.pdf.glyphs import writable
from foundation.pdf.press import Press, press
from foundation.pdf.refused import PrintError
from foundation.pdf.tree import Tree

VARIANT = "pdf/a-2a"
_ONE_AT_A_TIME = Lock()
"""Pango's fonts are shared by the whole process and must not be used by two threads at once."""


def print_pdf(html: str, *, remembering: bool = True) -> bytes:
    """Print a whole HTML document. Addresses in it are relative to `static/`.

    What is alike in the documents of a process is worked out once, unless they are printed without
    `remembering`; the bytes are the same. Raises PrintError when the document asks for anything that is
    not there.
    """
    with _ONE_AT_A_TIME:
        used = press(remembering=remembering)
        with used.at_work():
            return _printed(html, used)


def _printed(html: str, used: Press) -> bytes:
    try:
        document = HTML(
            string=writable(html),
            base_url=STATIC.as_uri() + "/",
            url_fetcher=OwnFiles(),
        ).render(
            font_config=used.fonts,
            stylesheets=[used.styles],
            cache=used.images,
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
