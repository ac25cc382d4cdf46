"""What a printed document says."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from outloud.model import Document

from foundation import files


def words_of(sha256: str) -> str:
    """Read a stored PDF's own words, with single spaces."""
    return _words(files.store().path_of(sha256))


def words_in(pdf: bytes) -> str:
    """Read the words of a PDF that was handed out, with single spaces."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(pdf)
        return _words(path)


def _words(path: Path) -> str:
    document = Document(str(path))
    lines = [line.text for page in document.pages for line in document.content(page.index).lines]
    document.close()
    return re.sub(r"[\s\u00a0]+", " ", " ".join(lines))
