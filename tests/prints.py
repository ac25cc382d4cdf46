"""Documents printed once in a run: the same content gives the same bytes, and is looked up the second time.

That printing is so repeatable is proven on paper itself (tests/letters/test_sameness.py). A round that is
played on both engines, or in two processes, has the same letters; to print one takes longer than to sign it.
"""

import hashlib
import os
from pathlib import Path
from threading import get_ident

from foundation.pdf import print_pdf


class Prints:
    """Prints as `foundation.pdf` does, with a folder of what was printed that the run's processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(exist_ok=True)

    def print_pdf(self, html: str) -> bytes:
        """Print a whole HTML document, or find it printed."""
        known = self._folder / hashlib.sha256(html.encode()).hexdigest()
        if not known.exists():
            unfinished = known.with_suffix(f".{os.getpid()}-{get_ident()}")
            unfinished.write_bytes(print_pdf(html))
            unfinished.rename(known)
        return known.read_bytes()
