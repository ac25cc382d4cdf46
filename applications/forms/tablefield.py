"""A table to fill in: a field that holds rows of cells. Without scripts it always has some empty rows."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup
from wtforms import Field
from wtforms.utils import unset_value

from applications.tables import LONGEST_CELL, MOST_ROWS, TableRow, rows_from, rows_kept, show_cell
from foundation.fields import LARGEST_AMOUNT, LARGEST_NUMBER, tidy
from foundation.money import MoneyError, Ore, format_amount, parse_kroner
from foundation.showing import show_text
from grants.tablecolumns import CellKind, TableColumn

SPARE_ROWS = 2
FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on the page: its control's name and label, what was typed, and what is wrong with it.

    `note` stands beside it: what is wrong, or that a row that is begun must have it.
    """

    name: str
    label: str
    column: TableColumn
    typed: str
    error: str
    note: str


class CellError(ValueError):
    """What was typed does not fit its column."""


class TableField(Field):
    """Rows of cells. Its data is the rows as they are kept; what was typed stays on the page."""

    data: list[dict[str, str]]

    def __init__(self, *args: Any, columns: Sequence[TableColumn] = (), **kwargs: Any) -> None:
        """Take the columns that the question has."""
        super().__init__(*args, **kwargs)
        self.columns = tuple(columns)
        self._typed: list[dict[str, str]] = []
        self._wrong: dict[tuple[int, str], str] = {}
        self._problems: list[str] = []

    def process(
        self, formdata: Any, data: Any = unset_value, extra_filters: Any = None
    ) -> None:
        """Read the cells that were sent, or take the rows that are kept."""
        del extra_filters
        self._problems = []
        self.data = rows_from(data) if isinstance(data, str) else []
        self._typed = [self._as_typed(row) for row in self.data]
        sent = self._sent(formdata) if formdata else None
        if sent is not None:
            self._typed = sent
            self.data = self._kept(sent)
        self.process_errors = self._problems

    def shown_rows(self) -> list[list[Cell]]:
        """Give the rows for the page: those that are there, and some empty ones to write in."""
        there = len(self._typed)
        wanted = min(max(there + SPARE_ROWS, FEWEST_ROWS), MOST_ROWS)
        rows = [*self._typed, *({} for _empty in range(wanted - there))]
        return [
            [self._cell(number, column, row) for column in self.columns]
            for number, row in enumerate(rows)
        ]

    def __call__(self, **_kwargs: object) -> Markup:
        """Draw nothing: the template draws the table cell by cell."""
        return Markup("")

    @property
    def kept(self) -> str:
        """The rows as an answer keeps them."""
        return rows_kept(self.data)

    def in_words(self, kept: str) -> str:
        """Say a table as it is kept in words, a line for each row."""
        return "\n".join(
            "; ".join(
                f"{show_text(column.label)}: {show_cell(column, row[column.code])}"
                for column in self.columns
                if row.get(column.code)
            )
            for row in rows_from(kept)
        )

    def _sent(self, formdata: Any) -> list[dict[str, str]] | None:
        """Give the rows that were typed; the whole table may also come as one JSON text."""
        if self.name in formdata:
            return [self._as_typed(row) for row in _whole(formdata.get(self.name))]
        found: dict[int, dict[str, str]] = {}
        pattern = re.compile(rf"{re.escape(self.name)}-(\d{{1,3}})-(.+)")
        codes = {column.code for column in self.columns}
        for key in formdata:
            match = pattern.fullmatch(key)
            if match and match[2] in codes:
                found.setdefault(int(match[1]), {})[match[2]] = tidy(formdata.get(key)) or ""
        if not found:
            return None
        return [found[number] for number in sorted(found) if any(found[number].values())]

    def _kept(self, typed: Sequence[TableRow]) -> list[dict[str, str]]:
        self._wrong = {}
        rows = [self._kept_row(number, row) for number, row in enumerate(typed)]
        if len(rows) > MOST_ROWS:
            self._problems.append(_("Tabellen kan ha høyst %(most)s rader.", most=MOST_ROWS))
        return rows

    def _kept_row(self, number: int, row: TableRow) -> dict[str, str]:
        kept = {}
        for column in self.columns:
            try:
                kept[column.code] = _kept_cell(column, row.get(column.code, ""))
            except CellError as error:
                self._wrong[number, column.code] = str(error)
                self._problems.append(_(
                    "Rad %(row)s, %(column)s: %(problem)s",
                    row=number + 1, column=show_text(column.label), problem=str(error),
                ))  # fmt: skip
        return {code: value for code, value in kept.items() if value}

    def _as_typed(self, row: TableRow) -> dict[str, str]:
        return {
            column.code: _typed_cell(column, row.get(column.code, "")) for column in self.columns
        }

    def _cell(self, number: int, column: TableColumn, row: TableRow) -> Cell:
        error = self._wrong.get((number, column.code), "")
        lacks = column.required and any(row.values()) and not row.get(column.code)
        return Cell(
            name=f"{self.name}-{number}-{column.code}",
            label=_("%(column)s, rad %(row)s", column=show_text(column.label), row=number + 1),
            column=column,
            typed=row.get(column.code, ""),
            error=error,
            note=error or (_("Mangler") if lacks else ""),
        )


def _whole(text: str) -> list[Mapping[str, str]]:
    try:
        rows = json.loads(text or "[]")
    except ValueError:
        return []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _typed_cell(column: TableColumn, kept: str) -> str:
    is_amount = column.kind is CellKind.MONEY and kept.isascii() and kept.isdigit()
    return format_amount(Ore(int(kept))) if is_amount else str(kept)


def _kept_cell(column: TableColumn, typed: str) -> str:
    if not typed:
        return ""
    if len(typed) > LONGEST_CELL:
        raise CellError(_("Skriv høyst %(most)s tegn.", most=LONGEST_CELL))
    match column.kind:
        case CellKind.NUMBER:
            return _number(typed)
        case CellKind.MONEY:
            return _amount(typed)
        case CellKind.CHOICE:
            if typed not in {choice.value for choice in column.choices}:
                raise CellError(_("Velg et av svarene."))
            return typed
        case CellKind.TEXT:
            return typed


def _number(typed: str) -> str:
    digits = re.sub(r"\s", "", typed)
    if not re.fullmatch(r"[0-9]{1,10}", digits) or int(digits) > LARGEST_NUMBER:
        raise CellError(_("Skriv et helt tall, for eksempel 12."))
    return str(int(digits))


def _amount(typed: str) -> str:
    try:
        amount = parse_kroner(typed)
    except MoneyError as error:
        raise CellError(_("Skriv beløpet i kroner, for eksempel 1 250 000.")) from error
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise CellError(_("Beløpet må være mellom 0 og 1 000 milliarder kroner."))
    return str(amount)
