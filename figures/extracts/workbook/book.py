"""One workbook for a year, or for all of them."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext
from xlsxwriter import Workbook

from figures.extracts.extract import Count, Extract, draft, finished
from figures.extracts.workbook.formats import Formats
from figures.extracts.workbook.lines import Lines
from figures.extracts.workbook.sheets import Sheet, write_definitions, write_table
from figures.extracts.workbook.summary import Note, Sums, write_summary
from figures.queries import summary
from figures.queries.rows import Cell, Selection
from figures.sources import EXPORTED, WORKBOOK
from foundation.spreadsheets import TEXT_STAYS_TEXT
from payments.running.queries import costs_by_year

_OPTIONS = {"constant_memory": True, **TEXT_STAYS_TEXT}  # a row is written and forgotten


@dataclass(frozen=True, slots=True)
class Maker:
    """Who takes a workbook out, when, and whether the data are made up."""

    name: str
    at: datetime
    made_up: bool


def workbook(chosen: Selection, maker: Maker, language: str) -> Extract:
    """Write the tables that a controller takes out into one XLSX file, and add them up in front."""
    file = draft()
    book = Workbook(file, _OPTIONS)
    formats = Formats.of(book)
    front = book.add_worksheet(gettext("Sammendrag"))
    sheets = _write_tables(book, chosen, formats, language)
    tables = [sheet.table for sheet in sheets.values()]
    write_definitions(book.add_worksheet(gettext("Definisjoner")), tables, formats, language)
    sums = Sums(summary.years(chosen), summary.calls(chosen), costs_by_year(chosen.year))
    write_summary(Lines(front, formats), _note(chosen, maker), sheets, sums, language)
    book.close()
    total = sum((sheet.count for sheet in sheets.values()), Count())
    return finished(file, what=WORKBOOK, file_format="xlsx", chosen=chosen, count=total)


def _write_tables(
    book: Workbook, chosen: Selection, formats: Formats, language: str
) -> dict[str, Sheet]:
    return {
        code: write_table(
            book.add_worksheet(source.table.name.in_(language)),
            source.table,
            source.rows(chosen),
            formats,
            language,
        )
        for code, source in EXPORTED.items()
    }


def _note(chosen: Selection, maker: Maker) -> Note:
    year = gettext("Budsjettåret %(year)s", year=chosen.year)
    lines: list[tuple[str, Cell]] = [
        (gettext("Tatt ut av"), maker.name),
        (gettext("Tatt ut"), maker.at.replace(microsecond=0)),
        (gettext("Utvalg"), year if chosen.year else gettext("Alle år")),
    ]
    if maker.made_up:
        lines.append((gettext("Merk"), gettext("Dette er oppdiktede data til demonstrasjon.")))
    return Note(gettext("Tilsagn: uttrekk"), lines)
