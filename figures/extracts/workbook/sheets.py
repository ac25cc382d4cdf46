"""The sheets of a workbook: one for each table, and the definitions of all their columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count as numbered
from types import NoneType

from flask_babel import gettext
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from figures.catalogue import KEY_FIGURES, Column, Kind, Table
from figures.catalogue.columns import same
from figures.extracts.cells import column_for_sheets
from figures.extracts.extract import Count
from figures.extracts.files import counted
from figures.extracts.workbook.formats import WIDTHS, Formats
from figures.queries.rows import Cell, Row

_NUMBERS = frozenset({Kind.MONEY, Kind.WHOLE, Kind.SHARE})
_DEFINITION_WIDTHS = (18, 26, 24, 18, 90)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is written, for the formulas that add it up."""

    table: Table
    name: str
    count: Count

    def cells(self, column: Column) -> str:
        """Give the range of a column's rows, as a formula has it; one empty cell when there are none."""
        letters = xl_col_to_name(self.table.columns.index(column))
        last = max(self.count.rows, 1) + 1
        return f"'{self.name}'!${letters}$2:${letters}${last}"


def write_table(
    page: Worksheet, table: Table, rows: Iterable[Row], formats: Formats, language: str
) -> Sheet:
    """Write a table with its headings frozen; rows are written as they come."""
    count = Count()
    for place, column in enumerate(table.columns):
        look = formats.number_heading if column.kind in _NUMBERS else formats.heading
        page.set_column(place, place, WIDTHS[column.kind])
        page.write_string(0, place, column.name.in_(language), look)
    numbers = numbered(1)
    for batch in counted(rows, table, count):
        columns = zip(zip(*batch, strict=True), table.columns, strict=True)
        held = [column_for_sheets(cells, column) for cells, column in columns]
        pens = [_pen(page, cells, formats) for cells in held]
        for row, number in zip(zip(*held, strict=True), numbers, strict=False):
            for place, (value, pen) in enumerate(zip(row, pens, strict=True)):
                if value is not None:
                    pen.write(number, place, value, pen.look)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(count.rows, 1), len(table.columns) - 1)
    return Sheet(table, table.name.in_(language), count)


def write_cell(
    page: Worksheet, at: tuple[int, int], value: Cell, kind: Kind, formats: Formats
) -> None:
    """Write a value as what it is: amounts and numbers as numbers, dates as dates, the rest as text.

    Text is never read as a formula, a number or a link.
    """
    if value is None:
        return
    held = column_for_sheets([value], Column("", same(""), kind, same("")))
    pen = _pen(page, held, formats)
    pen.write(*at, held[0], pen.look)


@dataclass(frozen=True, slots=True)
class _Pen:
    """How the cells of a column are written."""

    write: Callable[..., object]
    look: Format | None


def _pen(page: Worksheet, held: Sequence[Cell | float], formats: Formats) -> _Pen:
    """Choose how a column of a batch is written, by what its cells are."""
    kinds = set(map(type, held)) - {NoneType}
    if kinds == {float}:
        return _Pen(page.write_number, formats.money)
    if kinds == {int}:
        return _Pen(page.write_number, formats.whole)
    if kinds == {datetime}:
        return _Pen(page.write_datetime, formats.moment)
    if kinds == {date}:
        return _Pen(page.write_datetime, formats.day)
    return _Pen(page.write_string, None)


def write_definitions(
    page: Worksheet, tables: Iterable[Table], formats: Formats, language: str
) -> None:
    """Write what every column of every sheet means, and the key figures of the first one."""
    headings = (
        gettext("Ark"), gettext("Kolonne"), gettext("Kode"), gettext("Enhet"),
        gettext("Definisjon"),
    )  # fmt: skip
    for place, (heading, width) in enumerate(zip(headings, _DEFINITION_WIDTHS, strict=True)):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, formats.heading)
    for row, texts in enumerate(_definitions(tables, language), start=1):
        for place, text in enumerate(texts):
            page.write_string(row, place, text, formats.wrapped)
    page.freeze_panes(1, 0)


def _definitions(tables: Iterable[Table], language: str) -> Iterator[tuple[str, ...]]:
    for figure in KEY_FIGURES:
        yield _definition(gettext("Nøkkeltall"), figure, language)
    for table in tables:
        name = table.name.in_(language)
        yield (name, "", table.code, "", table.about.in_(language))
        for column in table.columns:
            yield _definition(name, column, language)


def _definition(sheet: str, column: Column, language: str) -> tuple[str, ...]:
    return (
        sheet,
        column.name.in_(language),
        column.code,
        column.unit.value.in_(language),
        column.definition.in_(language),
    )
