"""Tables as CSV and JSON, written row by row into a file: memory does not grow with the table."""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import IO

from figures.catalogue import Table
from figures.extracts.cells import column_for_people, for_programs, harmless
from figures.extracts.extract import Count, Extract, draft, finished
from figures.queries.rows import Row, Selection
from figures.sources import Source
from foundation.money import Ore

Text = IO[str]
_BATCH = 1_000


def counted(rows: Iterable[Row], table: Table, count: Count) -> Iterator[list[Row]]:
    """Count rows and their control column as they go by, a batch at a time."""
    place, left = table.control_at, iter(rows)
    while batch := list(islice(left, _BATCH)):
        count.rows += len(batch)
        count.control_sum = Ore(count.control_sum + sum(int(str(row[place])) for row in batch))
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
        for row in chain.from_iterable(counted(source.rows(chosen), table, count)):
            writer.writerow(_plain(for_programs(value)) for value in row)
    return finished(file, what=table.code, file_format="csv", chosen=chosen, count=count)


def json_for_programs(source: Source, chosen: Selection) -> Extract:
    """Write a table as one JSON object; the rows are in `data`, and what they come to follows them."""
    table, count, file = source.table, Count(), draft()
    names = [column.machine_name for column in table.columns]
    with _text_of(file) as text:
        head = {"table": table.code, "filter": chosen.as_filter()}
        text.write(f"{_json(head)[:-1]},\n" + '"data":[')
        between = "\n"
        for row in chain.from_iterable(counted(source.rows(chosen), table, count)):
            text.write(between + _json(dict(zip(names, map(for_programs, row), strict=True))))
            between = ",\n"
        control = {"column": table.control.machine_name, "sum": count.control_sum}
        text.write(f"\n],\n{_json({'rows': count.rows, 'control': control})[1:]}\n")
    return finished(file, what=table.code, file_format="json", chosen=chosen, count=count)


def _plain(value: str | int | None) -> str:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else json.dumps(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def _text_of(file: IO[bytes]) -> Iterator[Text]:
    """Write text into a file that stays open afterwards."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    yield text
    text.flush()
    text.detach()
