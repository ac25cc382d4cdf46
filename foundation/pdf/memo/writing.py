"""Writing the file: each part is put into bytes once, and font files that were cut before are remembered."""

from collections.abc import Callable, Collection, Iterator
from typing import cast

import pydyf
from weasyprint.pdf import fonts

from foundation.pdf.memo.bounded import Bounded
from foundation.pdf.memo.foreign import Font, Patch, PdfStream

MOST_FILES = 100
_UNCHANGING = ({"Length1"}, {"N"})
"""What is said of font files and colour profiles beside their content."""
_PARTS = (pydyf.Stream, pydyf.Dictionary)


class Writing:
    """Knows font files by the characters they were cut down to."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._fonts: Bounded[bytes] = Bounded(MOST_FILES)
        self._files: Bounded[bytes] = Bounded(MOST_FILES)
        self._clean: Callable[..., None] = fonts.Font.clean
        self._any: Callable[[object], bytes] = vars(pydyf)["_to_bytes"]
        self._write: Callable[..., None] = pydyf.PDF.write
        self._stream, self._dictionary = (vars(kind)["data"] for kind in _PARTS)

    def patches(self) -> Iterator[Patch]:
        """Give what stands in WeasyPrint's place while this memory is used."""
        yield fonts.Font, "clean", _as_method(self.clean)
        yield pydyf, "_to_bytes", self.to_bytes
        yield pydyf.PDF, "write", _as_method(self.write)

    def clean(self, font: Font, characters: Collection[int], *hinting: bool) -> None:
        """Cut a font down to some characters."""
        key = (font.hash, tuple(sorted(characters)), hinting, bool(font.missing))
        known = self._fonts.find(key)
        if known is None:
            self._clean(font, characters, *hinting)
            self._fonts.keep(key, font.file_content)
        else:
            font.file_content = known

    def to_bytes(self, item: object) -> bytes:
        """Write one thing; most need no asking what they are."""
        if type(item) is bytes:
            return item
        if type(item) is str:
            return item.encode("ascii")
        if type(item) is int:
            return b"%d" % item
        return self._any(item)

    def write(self, pdf: object, *how: object) -> None:
        """Write a file. It is written twice: for itself, and for the checksum that names it."""
        for kind, data in zip(_PARTS, (self._stream_once, self._dictionary_once), strict=True):
            kind.data = property(data)
        try:
            self._write(pdf, *how)
        finally:
            for kind, data in zip(_PARTS, (self._stream, self._dictionary), strict=True):
                kind.data = data

    def _dictionary_once(self, part: object) -> bytes:
        own = vars(part)
        if "_written" not in own:
            own["_written"] = self._dictionary.fget(part)
        written: bytes = own["_written"]
        return written

    def _stream_once(self, part: PdfStream) -> bytes:
        own = vars(part)
        if "_written" not in own:
            own["_written"] = self._compressed(part)
        written: bytes = own["_written"]
        return written

    def _compressed(self, part: PdfStream) -> bytes:
        if part.extra.keys() not in _UNCHANGING:
            return cast("bytes", self._stream.fget(part))
        known = self._files.find(part.stream[0])
        if known is None:
            known = cast("bytes", self._stream.fget(part))
            self._files.keep(part.stream[0], known)
        return known


def _as_method(act: Callable[..., None]) -> Callable[..., None]:
    """Let a class's method be an act of ours, which is handed the object first."""

    def method(*given: object) -> None:
        act(*given)

    return method
