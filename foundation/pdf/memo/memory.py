"""All that is remembered, and when it is used."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from foundation.pdf.memo import boxes
from foundation.pdf.memo.drawing import Drawings
from foundation.pdf.memo.parsing import Parsing
from foundation.pdf.memo.styles import StyleMemory
from foundation.pdf.memo.texts import Texts
from foundation.pdf.memo.writing import Writing


class Memory:
    """What one press remembers: all its documents must share their fonts."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        texts = Texts()
        parts = (Parsing(), StyleMemory(), texts, boxes, Drawings(texts), Writing())
        self._patches = tuple(chain.from_iterable(part.patches() for part in parts))

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let WeasyPrint remember for a while. By one thread at a time."""
        stock = [(owner, name, vars(owner)[name]) for owner, name, _ in self._patches]
        try:
            for owner, name, remembering in self._patches:
                setattr(owner, name, remembering)
            yield
        finally:
            for owner, name, forgetting in stock:
                setattr(owner, name, forgetting)
