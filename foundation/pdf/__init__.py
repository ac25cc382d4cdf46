"""Prints PDF: the only place that knows WeasyPrint.

Every document is PDF/A-2a (it can be archived) and PDF/UA-1 (it can be read aloud) in one file,
with its fonts inside. The same HTML gives the same bytes, in any process on any day: dates come
from the document, fonts and stylesheet from `static/`, and nothing is fetched from anywhere else.
"""

from foundation.late import late
from foundation.pdf.choice import CHOICE
from foundation.pdf.refused import PrintError

__all__ = ["CHOICE", "PrintError", "print_pdf"]


def print_pdf(html: str) -> bytes:
    """Print a whole HTML document. Addresses in it are relative to `static/`.

    WeasyPrint is a fifth of all there is to load, and is loaded by the first that prints. Raises PrintError
    when the document asks for anything that is not there.
    """
    printed: bytes = late("foundation.pdf.printer", "print_pdf")(html, remembering=CHOICE.remembers)
    return printed
