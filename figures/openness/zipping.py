"""Documents as one ZIP file, sent while it is being written: no file lies whole in memory.

First an index as a page and as a table, then each document in a folder of its own. The same documents give
the same bytes.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Response, render_template
from flask_babel import gettext as _

from applications.models import Application
from figures.extracts.cells import harmless
from figures.openness.papers import Paper, Part
from foundation import clock, words
from foundation.files import CHUNK, Store, store

LONGEST_FOLDER = 60


def sent_as(name: str, pieces: Iterator[bytes]) -> Response:
    """Answer with a ZIP to be saved under a name, while it is written."""
    answer = Response(pieces, content_type="application/zip")
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def zipped(application: Application, heading: str, papers: Sequence[Paper]) -> Iterator[bytes]:
    """Give the bytes of a ZIP of some documents of a case, a piece at a time.

    What is held back is named in the index and left out. The index is written before the first piece is asked
    for; the rest needs no request.
    """
    latest = max((paper.at for paper in papers), default=clock.now())
    page = _index_page(application, heading, papers).encode()
    table = _index_table(papers).encode("utf-8-sig")
    front = [(f"{_('innhold')}.html", page), (f"{_('innhold')}.csv", table)]
    files = [
        (_entry(f"{folder}/{part.filename}", paper.at), part)
        for folder, paper in _folders(papers)
        for part in paper.parts
        if part.held is None
    ]
    return _written([(_entry(name, latest), content) for name, content in front], files, store())


def _written(
    front: Iterable[tuple[ZipInfo, bytes]],
    files: Iterable[tuple[ZipInfo, Part]],
    kept: Store,
) -> Iterator[bytes]:
    pipe = _Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for entry, content in front:
            archive.writestr(entry, content)
        for entry, part in files:
            with archive.open(entry, "w") as place:
                for piece in part.pieces(kept):
                    place.write(piece)
                    if pipe.waiting >= CHUNK:
                        yield pipe.take()
    yield pipe.take()


class _Pipe:
    """What the archive writes to, emptied by whoever sends it on. It cannot go back."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held: list[bytes] = []
        self.waiting = 0

    def write(self, piece: bytes) -> int:
        """Hold a piece."""
        self._held.append(bytes(piece))
        self.waiting += len(piece)
        return len(piece)

    def close(self) -> None:
        """Do nothing: it is no file."""

    def flush(self) -> None:
        """Do nothing: what is held is taken, not sent."""

    def take(self) -> bytes:
        """Give what waits, and forget it."""
        content = b"".join(self._held)
        self._held, self.waiting = [], 0
        return content


def _entry(name: str, at: datetime) -> ZipInfo:
    entry = ZipInfo(name, clock.in_oslo(at).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _folders(papers: Sequence[Paper]) -> Iterator[tuple[str, Paper]]:
    """Name each document's folder: number, date and what it is, in letters that every machine knows."""
    width = max(2, len(str(len(papers))))
    for number, paper in enumerate(papers, start=1):
        day = clock.in_oslo(paper.at).date().isoformat()
        yield f"{number:0{width}}-{day}-{_plain(words.say(paper.kind))}", paper


def _plain(text: str) -> str:
    letters = text.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:LONGEST_FOLDER]


def _index_page(application: Application, heading: str, papers: Sequence[Paper]) -> str:
    return render_template(
        "openness/papers/index.html",
        application=application,
        heading=heading,
        folders=list(_folders(papers)),
    )


def _index_table(papers: Sequence[Paper]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    headings = (
        _("Nr."), _("Dato"), _("Inn eller ut"), _("Fra eller til"), _("Dokument"), _("Fil"),
        _("Størrelse i byte"), _("SHA-256"), _("Merknad"),
    )  # fmt: skip
    writer.writerow(headings)
    for number, (folder, paper) in enumerate(_folders(papers), start=1):
        for part in paper.parts:
            writer.writerow(
                [
                    number, clock.in_oslo(paper.at).date().isoformat(), words.say(paper.direction),
                    harmless(paper.party), harmless(paper.title), f"{folder}/{part.filename}",
                    part.size, part.sha256, words.say(part.held) if part.held else "",
                ]
            )  # fmt: skip
    return text.getvalue()
