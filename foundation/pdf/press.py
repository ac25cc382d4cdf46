"""What all documents of a process are printed with, and what is remembered between them."""

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import Protocol

import weasyprint
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from foundation.late import late
from foundation.pdf.fetcher import STATIC, OwnFiles
from foundation.pdf.memo import PINNED


class Memory(Protocol):
    """What makes the next document like the last go faster, and changes nothing else."""

    def used(self) -> AbstractContextManager[None]:
        """Use it for a while, by one thread at a time."""
        ...


class Press:
    """Fonts, styles and images: to read them anew would double the time of each document."""

    def __init__(self, memory: Memory | None) -> None:
        """Read fonts and styles."""
        self.fonts = FontConfiguration()
        self.styles = CSS(
            filename=STATIC / "letters.css", font_config=self.fonts, url_fetcher=OwnFiles()
        )
        self.images: dict[str, object] = {}
        self._memory = memory

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Print one document, remembering what comes again; garbage waits until it is printed."""
        was_collecting = gc.isenabled()
        gc.disable()
        try:
            with self._memory.used() if self._memory else nullcontext():
                yield
        finally:
            if was_collecting:
                gc.enable()


@cache
def press(*, remembering: bool) -> Press:
    """Give the press of this process, with or without a memory."""
    return Press(memory_for(weasyprint.__version__) if remembering else None)


def memory_for(version: str) -> Memory | None:
    """Give a memory to the one version of WeasyPrint that it was written against, and to no other."""
    if version != PINNED:
        return None
    memory: Memory = late("foundation.pdf.memo.memory", "Memory")()
    return memory
