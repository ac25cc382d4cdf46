"""A Parquet file: row groups as the rows come, and what the file holds at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO

from figures.catalogue import Column, Kind
from figures.extracts.parquet import thrift
from figures.extracts.parquet.values import BOOLEAN, DATE, DECIMAL, TEXT, WHOLE, Type, page
from figures.queries.rows import Cell, Row

MAGIC = b"PAR1"
MADE_BY = "Tilsagn"
_VERSION, _OPTIONAL, _PLAIN, _RUN_LENGTHS, _GZIP = 2, 1, 0, 3, 2
_GROUP = 20_000
"""How many rows are kept in memory before they are written together."""
_TYPES = {
    Kind.TEXT: TEXT,
    Kind.CODE: TEXT,
    Kind.WHOLE: WHOLE,
    Kind.MONEY: WHOLE,
    Kind.DECIMAL: DECIMAL,
    Kind.SHARE: DECIMAL,
    Kind.DATE: DATE,
    Kind.YES_NO: BOOLEAN,
}


def type_of(column: Column) -> Type:
    """Tell how Parquet keeps a column."""
    return _TYPES[column.kind]


@dataclass(slots=True)
class _Group:
    rows: int
    size: int
    columns: list[bytes]


class ParquetWriter:
    """Writes rows into a file; whoever has added the last row ends the file."""

    def __init__(self, file: IO[bytes], columns: Sequence[Column]) -> None:
        """Begin a file of these columns."""
        self._file, self._columns = file, columns
        self._waiting: list[Row] = []
        self._groups: list[_Group] = []
        file.write(MAGIC)

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows in; they are written when there are enough of them."""
        self._waiting += rows
        if len(self._waiting) >= _GROUP:
            self._write_group()

    def end(self) -> None:
        """Write what is left, and what the file holds."""
        if self._waiting:
            self._write_group()
        foot = self._foot()
        self._file.write(foot + len(foot).to_bytes(4, "little") + MAGIC)

    def _write_group(self) -> None:
        rows, self._waiting = self._waiting, []
        group = _Group(len(rows), 0, [])
        for column, cells in zip(self._columns, zip(*rows, strict=True), strict=True):
            group.columns.append(self._write_column(column, cells, group))
        self._groups.append(group)

    def _write_column(self, column: Column, cells: Sequence[Cell], group: _Group) -> bytes:
        kept_as, place = type_of(column), self._file.tell()
        written, unpacked = page(cells, kept_as)
        self._file.write(written)
        group.size += unpacked
        about = thrift.record(
            thrift.i32(1, kept_as.physical),
            thrift.i32s(2, (_PLAIN, _RUN_LENGTHS)),
            thrift.texts(3, (column.machine_name,)),
            thrift.i32(4, _GZIP),
            thrift.i64(5, len(cells)),
            thrift.i64(6, unpacked),
            thrift.i64(7, len(written)),
            thrift.i64(9, place),
        )
        return thrift.record(thrift.i64(2, place), thrift.one(3, about))

    def _foot(self) -> bytes:
        groups = (
            thrift.record(
                thrift.records(1, one.columns), thrift.i64(2, one.size), thrift.i64(3, one.rows)
            )
            for one in self._groups
        )
        whole = thrift.record(thrift.text(4, "rows"), thrift.i32(5, len(self._columns)))
        return thrift.record(
            thrift.i32(1, _VERSION),
            thrift.records(2, chain((whole,), map(_described, self._columns))),
            thrift.i64(3, sum(one.rows for one in self._groups)),
            thrift.records(4, groups),
            thrift.text(6, MADE_BY),
        )


def _described(column: Column) -> bytes:
    """Describe a column; every one may have values that are not known."""
    kept_as, more = type_of(column), []
    if kept_as.converted is not None:
        more.append(thrift.i32(6, kept_as.converted))
    if kept_as.logical is not None:
        empty = thrift.record()
        more.append(thrift.one(10, thrift.record(thrift.one(kept_as.logical, empty))))
    return thrift.record(
        thrift.i32(1, kept_as.physical),
        thrift.i32(3, _OPTIONAL),
        thrift.text(4, column.machine_name),
        *more,
    )
