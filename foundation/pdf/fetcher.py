"""Lets a document use our own static files, and nothing else: no network, no other file."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

STATIC = Path(__file__).resolve().parent.parent.parent / "static"


class OwnFiles:
    """Answers WeasyPrint's questions for addresses."""

    def __call__(self, url: str) -> URLFetcherResponse:
        """Read one file inside `static/`. Raises FatalURLFetchingError for any other address."""
        path = own_path(url)
        kind, _ = mimetypes.guess_type(path.name)
        headers = {"Content-Type": kind} if kind else {}
        return URLFetcherResponse(url, path.read_bytes(), headers)


def own_path(url: str) -> Path:
    """Give the file behind an address, links and dots resolved. Raises FatalURLFetchingError."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc:
        raise FatalURLFetchingError(url)
    path = Path(unquote(parts.path)).resolve()
    if not path.is_relative_to(STATIC.resolve()) or not path.is_file():
        raise FatalURLFetchingError(url)
    return path
