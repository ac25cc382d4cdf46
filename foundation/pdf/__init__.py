"""Prints PDF: the only place that knows WeasyPrint.

Every document is PDF/A-2a (it can be archived) and PDF/UA-1 (it can be read aloud) in one file,
with its fonts inside. The same HTML gives the same bytes, in any process on any day: dates come
from the document, fonts and stylesheet from `static/`, and nothing is fetched from anywhere else.
"""

from foundation.pdf.printer import PrintError, print_pdf

__all__ = ["PrintError", "print_pdf"]
