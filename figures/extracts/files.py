"""Tables as CSV, JSON and Parquet, written batch by batch into a file: memory does not grow with them."""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from operator import itemgetter
from typing import IO

from figures.catalogue import Table
from figures.extracts.cells import (
    Plain,
    column_for_people,
    column_for_programs,
    plain_column,
)
from figures.extracts.extract import Count, Extract, draft, finished
from figures.extracts.parquet import ParquetWriter
from figures.queries.rows import Row, Selection
from figures.sources import Source
from foundation.money import Ore

Text = IO[str]
_BATCH = 1_000
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def counted(rows: Iterable[Row], table: Table, count: Count) -> Iterator[list[Row]]:
    """Count rows and their control column as they go by, a batch at a time."""
    control, left = itemgetter(table.control_at), iter(rows)
    while batch := list(islice(left, _BATCH)):
        count.rows += len(batch)
        count.control_sum = Ore(count.control_sum + int(sum(map(control, batch))))
        yield batch


def csv_for_people(source: Source, chosen: Selection, language: str) -> Extract:
    """Write a table as a Norwegian spreadsheet reads CSV: `;`, a byte order mark, kroner with a comma.

    No cell begins a formula.
    """
    table, count, file = source.table, Count(), draft()
    file.write(codecs.BOM_UTF8)
    with _text_of(file) as text:
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(column.name.in_(language) for column in table.columns)
        for batch in counted(source.rows(chosen), table, count):
            columns = zip(zip(*batch, strict=True), table.columns, strict=True)
            written = [column_for_people(cells, column) for cells, column in columns]
            writer.writerows(zip(*written, strict=True))
    return finished(file, what=table.code, file_format="csv", chosen=chosen, count=count)


def csv_for_programs(source: Source, chosen: Selection) -> Extract:
    """Write a table as RFC 4180 has it: commas, machine names, whole øre. No cell begins a formula."""
    table, count, file = source.table, Count(), draft()
    with _text_of(file) as text:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(column.machine_name for column in table.columns)
        for batch in counted(source.rows(chosen), table, count):
            cells = map(plain_column, _columns(batch, table), table.columns)
            writer.writerows(zip(*cells, strict=True))
    return finished(file, what=table.code, file_format="csv", chosen=chosen, count=count)


def json_for_programs(source: Source, chosen: Selection) -> Extract:
    """Write a table as one JSON object; the rows are in `data`, and what they come to follows them."""
    table, count, file = source.table, Count(), draft()
    names = [column.machine_name for column in table.columns]
    with _text_of(file) as text:
        head = {"table": table.code, "filter": chosen.as_filter()}
        text.write(f"{_json(head)[:-1]},\n" + '"data":[')
        between = "\n"
        for batch in counted(source.rows(chosen), table, count):
            rows = zip(*_columns(batch, table), strict=True)
            text.write(between + _json([dict(zip(names, row, strict=True)) for row in rows])[1:-1])
            between = ",\n"
        control = {"column": table.control.machine_name, "sum": count.control_sum}
        text.write(f"\n],\n{_json({'rows': count.rows, 'control': control})[1:]}\n")
    return finished(file, what=table.code, file_format="json", chosen=chosen, count=count)


def parquet_for_programs(source: Source, chosen: Selection) -> Extract:
    """Write a table as Parquet, with the machine names and whole øre; dates and numbers keep their types."""
    table, count, file = source.table, Count(), draft()
    writer = ParquetWriter(file, table.columns)
    for batch in counted(source.rows(chosen), table, count):
        writer.add(batch)
    writer.end()
    return finished(file, what=table.code, file_format="parquet", chosen=chosen, count=count)


def _columns(batch: list[Row], table: Table) -> list[Sequence[Plain]]:
    """Turn a batch on its side: what a column holds is asked once for all its cells."""
    sides = zip(zip(*batch, strict=True), table.columns, strict=True)
    return [column_for_programs(cells, column) for cells, column in sides]


def _json(value: object) -> str:
    return _ENCODED(value)


@contextmanager
def _text_of(file: IO[bytes]) -> Iterator[Text]:
    """Write text into a file that stays open afterwards."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    yield text
    text.flush()
    text.detach()
