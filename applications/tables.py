"""Answers that are tables: rows of cells, kept as JSON under the codes of the question's columns.

Numbers are digits and amounts whole øre, as in every other answer. Rows without a single filled cell are
no rows.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from foundation.money import Ore, format_kroner
from foundation.showing import show_text
from grants.models import Question
from grants.tablecolumns import CellKind, TableColumn

MOST_ROWS = 100
LONGEST_CELL = 1000

TableRow: TypeAlias = Mapping[str, str]


def rows_kept(rows: Sequence[TableRow]) -> str:
    """Write rows as an answer keeps them; no rows is no answer."""
    filled = [
        {code: value for code, value in sorted(row.items()) if value}
        for row in rows
        if any(row.values())
    ]
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":")) if filled else ""


def rows_from(answer: str) -> list[dict[str, str]]:
    """Read the rows of an answer as it is kept."""
    return [dict(row) for row in json.loads(answer)] if answer else []


def is_table(question: Question, answer: str) -> bool:
    """Tell whether a text can be the answer to a question of a table, cell by cell."""
    try:
        rows = json.loads(answer)
    except ValueError:
        return False
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_ROWS:
        return False
    columns = {column.code: column for column in question.columns}
    return all(_is_row(columns, row) for row in rows) and answer == rows_kept(rows)


def show_rows(question: Question, answer: str) -> list[list[str]]:
    """Give the rows of an answer as people read them, a cell for each column."""
    return [
        [show_cell(column, row.get(column.code, "")) for column in question.columns]
        for row in rows_from(answer)
    ]


def show_cell(column: TableColumn, kept: str) -> str:
    """Give a kept cell as people read it."""
    if not kept:
        return ""
    if column.kind is CellKind.MONEY:
        return format_kroner(Ore(int(kept)))
    if column.kind is CellKind.CHOICE:
        return next((show_text(one.label) for one in column.choices if one.value == kept), kept)
    return kept


def _is_row(columns: Mapping[str, TableColumn], row: object) -> bool:
    return (
        isinstance(row, dict)
        and row.keys() <= columns.keys()
        and all(_is_cell(columns[code], value) for code, value in row.items())
    )


def _is_cell(column: TableColumn, value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_CELL:
        return False
    match column.kind:
        case CellKind.NUMBER | CellKind.MONEY:
            return value.isascii() and value.isdigit()
        case CellKind.CHOICE:
            return value in {choice.value for choice in column.choices}
        case CellKind.TEXT:
            return True
