"""Everything that an answer tells, whatever kind of file it is."""

import re
from functools import lru_cache
from html import unescape
from io import BytesIO
from tempfile import NamedTemporaryFile
from zipfile import ZipFile

from outloud.model import Document
from werkzeug.test import TestResponse

GAPS = re.compile(r"[\s\u00a0\u202f\u00ad]+")
TAG = re.compile(r"<[^>]*>")
PDF = "application/pdf"


def words_in(response: TestResponse) -> str:
    """Give all that is readable in an answer and its headers, without white space or hyphenation.

    Of a page both what is shown and the source: a value in a hidden field is told too.
    """
    body = response.get_data()
    told = [body.decode("utf-8", errors="replace"), *response.headers.values()]
    if response.mimetype == "text/html":
        told.append(TAG.sub("", unescape(told[0])))
    elif response.mimetype == PDF and b"/Page" in body:
        told.append(_printed(body))
    elif body.startswith(b"PK"):
        told += _unpacked(body)
    return GAPS.sub("", "\n".join(told))


@lru_cache(maxsize=200)
def _printed(body: bytes) -> str:
    with NamedTemporaryFile(suffix=".pdf") as paper:
        paper.write(body)
        paper.flush()
        document = Document(paper.name)
        lines = [
            line.text for page in document.pages for line in document.content(page.index).lines
        ]
        document.close()
    return "".join(lines).replace("-", "")


def _unpacked(body: bytes) -> list[str]:
    with ZipFile(BytesIO(body)) as archive:
        return [archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()]
