"""What a printed document says."""

import re

from outloud.model import Document

from foundation import files


def words_of(sha256: str) -> str:
    """Read a stored PDF's own words, with single spaces."""
    document = Document(str(files.store().path_of(sha256)))
    lines = [line.text for page in document.pages for line in document.content(page.index).lines]
    document.close()
    return re.sub(r"[\s\u00a0]+", " ", " ".join(lines))
