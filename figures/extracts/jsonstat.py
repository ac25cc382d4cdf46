"""Cubes as JSON-stat 2.0: every combination of the dimensions' values, one number for each measure.

Only a table that says what its dimensions are is a cube (`Table.dimensions`); its numbers are the measures.
The format (json-stat.org/full) has everything in one object, so a cube must fit in memory; the largest here
is the kommuner of all years.
"""

import json
from collections.abc import Sequence
from typing import IO

from flask_babel import get_locale

from figures.catalogue import Column, Kind, Table
from figures.extracts.cells import Plain, column_for_programs
from figures.extracts.extract import Count
from figures.extracts.writers import Batch
from figures.queries.rows import Row, Selection
from foundation.language import Bilingual

MEASURE = "ContentsCode"
_NUMBERS = frozenset({Kind.WHOLE, Kind.MONEY, Kind.DECIMAL, Kind.SHARE})
_DECIMALS = {Kind.DECIMAL: 2, Kind.SHARE: 1}


class CubeForPrograms:
    """A cube as one dataset, with names in the language of whoever asks."""

    def __init__(self, file: IO[bytes], table: Table, _chosen: Selection) -> None:
        """Wait for the rows: every value of a dimension must be known before one number is written."""
        self._file, self._table = file, table
        self._rows: list[Row] = []

    def add(self, batch: Batch) -> None:
        """Take the next rows in."""
        self._rows += batch.rows

    def end(self, _count: Count) -> None:
        """Write the dataset."""
        dataset = _dataset(self._table, self._rows)
        self._file.write(json.dumps(dataset, ensure_ascii=False).encode())


def measures_of(table: Table) -> list[Column]:
    """Give the columns that are numbers, and no dimension."""
    return [
        one
        for one in table.columns
        if one.kind in _NUMBERS and one.code not in table.dimensions and one.code not in table.labels
    ]


def _dataset(table: Table, rows: Sequence[Row]) -> dict[str, object]:
    places = {column.code: place for place, column in enumerate(table.columns)}
    keys = {code: sorted({_key(row[places[code]]) for row in rows}) for code in table.dimensions}
    measures = measures_of(table)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": _said(table.name),
        "note": [_said(table.about)],
        "id": [*table.dimensions, MEASURE],
        "size": [*map(len, keys.values()), len(measures)],
        "dimension": {
            **{
                code: {
                    "label": _said(table.column(code).name),
                    "category": _category(table, code, keys[code], rows, places),
                }
                for code in table.dimensions
            },
            MEASURE: _measure_dimension(measures),
        },
        "role": {"time": [one for one in table.dimensions if one == "year"], "metric": [MEASURE]},
        "value": _values(table, rows, keys, places),
    }


def _category(
    table: Table, code: str, keys: list[str], rows: Sequence[Row], places: dict[str, int]
) -> dict[str, object]:
    """List a dimension's values, named by the column that names them, as it was said last."""
    named = next((label for label, what in table.labels.items() if what == code), code)
    names = {_key(row[places[code]]): _key(row[places[named]]) for row in rows}
    return {"index": keys, "label": {key: names[key] for key in keys}}


def _measure_dimension(measures: list[Column]) -> dict[str, object]:
    return {
        "label": "Statistikkvariabel",
        "category": {
            "index": [one.machine_name for one in measures],
            "label": {one.machine_name: _said(one.name) for one in measures},
            "unit": {
                one.machine_name: {
                    "base": "øre" if one.kind is Kind.MONEY else _said(one.unit.value),
                    "decimals": _DECIMALS.get(one.kind, 0),
                }
                for one in measures
            },
        },
    }


def _values(
    table: Table, rows: Sequence[Row], keys: dict[str, list[str]], places: dict[str, int]
) -> list[Plain]:
    """Lay the numbers out, the last dimension fastest; a combination that has no row is null."""
    at = {code: {key: place for place, key in enumerate(values)} for code, values in keys.items()}
    columns = tuple(zip(*rows, strict=True)) or ((),) * len(table.columns)
    numbers = [column_for_programs(columns[places[one.code]], one) for one in measures_of(table)]
    whole = len(numbers)
    for values in keys.values():
        whole *= len(values)
    laid: list[Plain] = [None] * whole
    for line, row in enumerate(rows):
        place = 0
        for code in table.dimensions:
            place = place * len(keys[code]) + at[code][_key(row[places[code]])]
        for offset, number in enumerate(numbers):
            laid[place * len(numbers) + offset] = number[line]
    return laid


def _key(value: object) -> str:
    return "" if value is None else str(value)


def _said(text: Bilingual) -> str:
    return text.in_(str(get_locale() or "nb"))
