"""Answers that are tables: rows of cells, kept as JSON under the codes of the question's columns.

Numbers are digits and amounts whole øre, as in every other answer. Rows without a single filled cell are
no rows.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from flask_babel import gettext as _
from flask_babel import ngettext

from criteria.completeness import Gap, TableFact
from foundation.money import Ore, format_kroner
from foundation.showing import show_text
from grants.models import Question
from grants.tablecolumns import CellKind, TableColumn

MOST_ROWS = 100
LONGEST_CELL = 1000
MOST_TOLD = 5
"""How many empty cells are named in one sentence."""

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


def table_fact(question: Question, answer: str) -> TableFact | None:
    """Tell which columns each row has filled in, of a table with columns that each row must have."""
    required = tuple(column.code for column in question.columns if column.required)
    if not required:
        return None
    return TableFact(required, tuple(frozenset(row) for row in rows_from(answer)))


def gaps_said(question: Question, gaps: Sequence[Gap]) -> str:
    """Say which cells are empty: `rad 1, Beløp; rad 3, Kostnad`, and how many more there are."""
    labels = {column.code: show_text(column.label) for column in question.columns}
    told = [
        _("rad %(row)s, %(column)s", row=one.row, column=labels[one.column])
        for one in gaps[:MOST_TOLD]
    ]
    more = len(gaps) - len(told)
    if more:
        told.append(ngettext("%(num)d til", "%(num)d til", more))
    return "; ".join(told)


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
