"""Formats that programs read, each a writer that takes a batch at a time: memory does not grow with them."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import IO, Protocol, TypeAlias

from figures.catalogue import Table
from figures.extracts.cells import Plain, column_for_programs, plain_column
from figures.extracts.extract import Count
from figures.extracts.parquet import ParquetWriter
from figures.queries.rows import Cell, Row, Selection

_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Batch:
    """Some rows of a table, turned on their side once for all who write them."""

    def __init__(self, rows: list[Row], table: Table) -> None:
        """Keep the rows; they are turned when somebody asks for columns."""
        self.rows, self._table = rows, table

    @cached_property
    def sides(self) -> list[tuple[Cell, ...]]:
        """The columns as they were read."""
        return list(zip(*self.rows, strict=True))

    @cached_property
    def told(self) -> list[Sequence[Plain]]:
        """The columns as programs are told them: what a column holds is asked once for all its cells."""
        return list(map(column_for_programs, self.sides, self._table.columns))


class Lines(list[str]):
    """Takes lines as a file does, and is joined and written once for a batch."""

    write = list.append


class Writer(Protocol):
    """What writes a table into a file: every batch, and then what they came to."""

    def add(self, batch: Batch) -> None:
        """Write the next rows."""

    def end(self, count: Count) -> None:
        """Write what follows the last row; the file stays open."""


MakeWriter: TypeAlias = Callable[[IO[bytes], Table, Selection], Writer]


class CsvForPrograms:
    """CSV as RFC 4180 has it: commas, machine names, whole øre. No cell begins a formula."""

    def __init__(self, file: IO[bytes], table: Table, _chosen: Selection) -> None:
        """Begin with the names of the columns."""
        self._file, self._columns = file, table.columns
        self._write([[column.machine_name for column in table.columns]])

    def add(self, batch: Batch) -> None:
        """Write the next rows."""
        self._write(zip(*map(plain_column, batch.told, self._columns), strict=True))

    def end(self, _count: Count) -> None:
        """Leave the file as it is: every batch went into it whole."""

    def _write(self, rows: Iterable[Iterable[Plain]]) -> None:
        lines = Lines()
        csv.writer(lines, lineterminator="\r\n").writerows(rows)
        self._file.write("".join(lines).encode())


class JsonForPrograms:
    """One JSON object; the rows are in `data`, and what they come to follows them."""

    def __init__(self, file: IO[bytes], table: Table, chosen: Selection) -> None:
        """Begin with what was asked for."""
        self._text, self._control = text_into(file), table.control.machine_name
        self._names = [column.machine_name for column in table.columns]
        self._between = "\n"
        head = {"table": table.code, "filter": chosen.as_filter()}
        self._text.write(f"{_ENCODED(head)[:-1]},\n" + '"data":[')

    def add(self, batch: Batch) -> None:
        """Write the next rows."""
        rows = [dict(zip(self._names, row, strict=True)) for row in zip(*batch.told, strict=True)]
        self._text.write(self._between + _ENCODED(rows)[1:-1])
        self._between = ",\n"

    def end(self, count: Count) -> None:
        """Write the number of rows and the control sum."""
        control = {"column": self._control, "sum": count.control_sum}
        self._text.write(f"\n],\n{_ENCODED({'rows': count.rows, 'control': control})[1:]}\n")
        let_go(self._text)


class ParquetForPrograms:
    """Parquet, with the machine names and whole øre; dates and numbers keep their types."""

    def __init__(self, file: IO[bytes], table: Table, _chosen: Selection) -> None:
        """Begin a file of the table's columns."""
        self._writer = ParquetWriter(file, table.columns)

    def add(self, batch: Batch) -> None:
        """Take the next rows in."""
        self._writer.add(batch.rows)

    def end(self, _count: Count) -> None:
        """Write what is left, and what the file holds."""
        self._writer.end()


def text_into(file: IO[bytes]) -> io.TextIOWrapper:
    """Write text into a file that is let go of afterwards."""
    return io.TextIOWrapper(file, encoding="utf-8", newline="")


def let_go(text: io.TextIOWrapper) -> None:
    """Leave a file with all that was written into it, open."""
    text.flush()
    text.detach()
