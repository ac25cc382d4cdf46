"""Parquet as DuckDB reads it: another's reader finds every value that was written."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures.catalogue import RESEARCH, Column, Kind
from figures.extracts.parquet import ParquetWriter, type_of, writer
from figures.queries.rows import Cell, Row
from foundation.language import Bilingual

NAME = Bilingual("Navn", "Namn")
COLUMNS = tuple(
    Column(kind.value, NAME, kind, NAME)
    for kind in (Kind.TEXT, Kind.WHOLE, Kind.MONEY, Kind.DECIMAL, Kind.DATE, Kind.YES_NO)
)
WHOLES = st.integers(-(2**63), 2**63 - 1)
DECIMALS = st.decimals(-100, 100, places=2)
ROWS = st.lists(
    st.tuples(
        st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
        st.none() | WHOLES,
        st.none() | WHOLES,
        st.none() | DECIMALS,
        st.none() | st.dates(),
        st.none() | st.booleans(),
    ),
    max_size=40,
)


def read(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as reader:
        return reader.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


def write(path: Path, rows: Sequence[Row], batch: int) -> None:
    with path.open("wb") as file:
        made = ParquetWriter(file, COLUMNS)
        for start in range(0, len(rows), batch):
            made.add(rows[start : start + batch])
        made.end()


def expected(cell: Cell) -> object:
    return float(cell) if isinstance(cell, Decimal) else cell


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ROWS, st.integers(1, 20))
def test_another_reader_finds_every_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[Row], group: int
) -> None:
    monkeypatch.setattr(writer, "_GROUP", group)
    path = tmp_path / "rows.parquet"
    write(path, rows, 3)
    assert read(path) == [tuple(map(expected, row)) for row in rows]


def test_names_and_types_are_the_columns_own(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    write(path, [("Å", 1, 2, Decimal("0.25"), date(2026, 3, 2), True)], 1)
    with duckdb.connect() as reader:
        told = reader.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
    assert [one[:2] for one in told] == [
        ("text", "VARCHAR"), ("whole", "BIGINT"), ("money_ore", "BIGINT"), ("decimal", "DOUBLE"),
        ("date", "DATE"), ("yes_no", "BOOLEAN"),
    ]  # fmt: skip


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    rows = [(f"Nr. {number}", number, None, None, None, None) for number in range(50)]
    for name in ("one", "other"):
        write(tmp_path / name, rows, 7)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_every_column_for_research_has_a_type() -> None:
    for table in RESEARCH:
        assert all(map(type_of, table.columns))
