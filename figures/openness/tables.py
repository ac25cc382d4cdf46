"""The journal as a table that spreadsheets read, written while it is read."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from flask_babel import gettext as _

from figures.extracts.cells import harmless
from figures.extracts.extract import draft
from figures.openness.queries import JournalFilter, ShownLine, journal_page
from foundation import words
from foundation.files import CHUNK
from foundation.showing import show_text

AT_ONCE = 1000


def as_csv(chosen: JournalFilter) -> Iterator[bytes]:
    """Give the lines of a choice as CSV, newest first: `;` and a byte order mark.

    It is written to a file some lines at a time before the first piece is given: memory does not grow.
    """
    file = draft()
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_headings())
    for line in _all(chosen):
        writer.writerow(_cells(line))
    text.detach()
    file.seek(0)
    return _pieces(file)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(CHUNK):
            yield piece


def _all(chosen: JournalFilter) -> Iterator[ShownLine]:
    page = journal_page(chosen, size=AT_ONCE)
    yield from page.rows
    while page.after:
        page = journal_page(chosen, after=page.after, size=AT_ONCE)
        yield from page.rows


def _headings() -> list[str]:
    return [
        _("Dato"), _("Sak"), _("Dokument"), _("Inn eller ut"), _("Avsender eller mottaker"),
        _("Tittel"), _("Unntatt etter"), _("Utlysning"),
    ]  # fmt: skip


def _cells(line: ShownLine) -> list[object]:
    return [
        line.dated.isoformat(), line.case_number, line.number, words.say(line.direction),
        harmless(line.party or _("Klageinstansen")), harmless(line.title), line.paragraph,
        harmless(show_text(line.call)),
    ]  # fmt: skip
