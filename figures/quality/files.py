"""The quality of the marking as files: a workbook with all tables and their definitions, or one as CSV."""

import csv
import io
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from flask_babel import gettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from figures.extracts.cells import harmless
from figures.extracts.extract import Count, Extract, draft, finished
from figures.extracts.workbook.formats import Formats
from figures.quality.measuring import Quality
from figures.quality.tables import SHEETS, Sheet, Value
from figures.queries.rows import Selection
from figures.sources import QUALITY
from foundation.spreadsheets import TEXT_STAYS_TEXT

_THOUSANDTH = Decimal("0.001")
_WIDTHS = (16, 26, 90)
_WIDE, _NARROW = 26, 14
_NAMES = 2
"""The first columns are names, and wider than numbers."""


def as_csv(quality: Quality, sheet: Sheet, language: str) -> Extract:
    """Write a table as a Norwegian spreadsheet reads CSV: `;`, a byte order mark, a comma before decimals."""
    file, count = draft(), Count()
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name.in_(language) for column in sheet.columns)
    for row in sheet.rows(quality):
        writer.writerow(_written(value) for value in row)
        count.rows += 1
    text.flush()
    text.detach()
    return finished(
        file,
        what=f"{QUALITY}-{sheet.code}",
        file_format="csv",
        chosen=_chosen(quality),
        count=count,
    )


def as_workbook(quality: Quality, language: str) -> Extract:
    """Write all tables and what their columns mean into one XLSX file."""
    file, count = draft(), Count()
    book = Workbook(file, dict(TEXT_STAYS_TEXT))
    formats, decimal = Formats.of(book), book.add_format({"num_format": "0.000"})
    for sheet in SHEETS.values():
        page = book.add_worksheet(sheet.name.in_(language))
        _head(page, sheet, formats, language)
        count.rows += _fill(page, sheet.rows(quality), formats, decimal)
    _define(book.add_worksheet(gettext("Definisjoner")), formats, language)
    book.close()
    return finished(file, what=QUALITY, file_format="xlsx", chosen=_chosen(quality), count=count)


def _head(page: Worksheet, sheet: Sheet, formats: Formats, language: str) -> None:
    """Write a table's headings, which stay when one scrolls."""
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, _WIDE if place < _NAMES else _NARROW)
        page.write_string(0, place, column.name.in_(language), formats.heading)
    page.freeze_panes(1, 1)


def _fill(
    page: Worksheet, rows: Iterator[tuple[Value, ...]], formats: Formats, decimal: Format
) -> int:
    """Write a table's rows under its headings, and give how many there are."""
    number = 0
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, place, value)
            elif isinstance(value, float):
                page.write_number(number, place, float(_rounded(value)), decimal)
            elif value is not None:
                page.write_number(number, place, value, formats.whole)
    return number


def _define(page: Worksheet, formats: Formats, language: str) -> None:
    headings = (gettext("Ark"), gettext("Kolonne"), gettext("Definisjon"))
    for place, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, formats.heading)
    defined = ((sheet, column) for sheet in SHEETS.values() for column in sheet.columns)
    for row, (sheet, column) in enumerate(defined, start=1):
        texts = (sheet.name, column.name, column.definition)
        for place, text in enumerate(texts):
            page.write_string(row, place, text.in_(language), formats.wrapped)
    page.freeze_panes(1, 0)


def _written(value: Value) -> str:
    if isinstance(value, float):
        return str(_rounded(value)).replace(".", ",")
    return "" if value is None else harmless(value) if isinstance(value, str) else str(value)


def _rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_THOUSANDTH, rounding=ROUND_HALF_UP)


def _chosen(quality: Quality) -> Selection:
    return Selection(quality.call.first_year)
