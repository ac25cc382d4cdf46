"""Tables as files, written batch by batch: memory does not grow with them, and they are read once for all."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter

from figures.catalogue import Table
from figures.extracts.cells import column_for_people
from figures.extracts.extract import Count, Extract, draft, finished
from figures.extracts.writers import Batch, MakeWriter, let_go, text_into
from figures.queries.rows import Row, Selection
from figures.sources import Source
from foundation.money import Ore

_BATCH = 1_000


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
    text = text_into(file)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name.in_(language) for column in table.columns)
    for batch in counted(source.rows(chosen), table, count):
        columns = zip(zip(*batch, strict=True), table.columns, strict=True)
        written = [column_for_people(cells, column) for cells, column in columns]
        writer.writerows(zip(*written, strict=True))
    let_go(text)
    return finished(file, what=table.code, file_format="csv", chosen=chosen, count=count)


def for_programs(
    source: Source, chosen: Selection, formats: Mapping[str, MakeWriter]
) -> list[Extract]:
    """Write a table in these formats, in their order. It is read once, whatever their number."""
    table, count = source.table, Count()
    files = {code: draft() for code in formats}
    writers = [formats[code](file, table, chosen) for code, file in files.items()]
    for rows in counted(source.rows(chosen), table, count):
        batch = Batch(rows, table)
        for writer in writers:
            writer.add(batch)
    for writer in writers:
        writer.end(count)
    return [
        finished(file, what=table.code, file_format=code, chosen=chosen, count=count)
        for code, file in files.items()
    ]
