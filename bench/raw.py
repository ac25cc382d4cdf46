"""The raw side of a table: the statements that the database was asked, into writers that do nothing else."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from gzip import GzipFile
from io import TextIOWrapper
from tempfile import TemporaryFile
from typing import IO, Any, TypeAlias

import psycopg
from sqlalchemy import event

from figures.asking import JSON, JSONSTAT, PARQUET
from foundation.database import db

BATCH = 1_000
Statement: TypeAlias = tuple[str, Any]


@contextmanager
def heard() -> Iterator[list[Statement]]:
    """Hear what the database is asked."""
    found: list[Statement] = []

    def hear(*asked: object) -> None:
        _connection, _cursor, statement, parameters, *_more = asked
        if str(statement).startswith("SELECT"):
            found.append((str(statement), parameters))

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


def write_bare(statements: Sequence[Statement], file_format: str) -> None:
    """Ask the driver's own cursor, and write the rows as they come: CSV, JSON, or for Parquet thin CSV."""
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile("w+b"))
        thin = partial(GzipFile, fileobj=file, mode="wb", compresslevel=1)
        into = stack.enter_context(thin()) if file_format == PARQUET else file
        written = TextIOWrapper(into, encoding="utf-8", newline="")
        write = _json_into(written) if file_format in (JSON, JSONSTAT) else csv.writer(written).writerows
        for statement in statements:
            for rows in _rows(statement):
                write(rows)
        written.flush()
        written.detach()


def _json_into(written: IO[str]) -> Callable[[list[Any]], int]:
    return lambda rows: written.write(json.dumps(rows, default=str))


def _rows(statement: Statement) -> Iterator[list[Any]]:
    connection = db.engine.raw_connection()
    driver = connection.driver_connection
    if isinstance(driver, psycopg.Connection):
        driver.prepare_threshold = None  # each time planned for what is asked, as ours is
    try:
        cursor = connection.cursor()
        cursor.execute(*statement)
        while rows := cursor.fetchmany(BATCH):
            yield [tuple(row) for row in rows]
    finally:
        connection.close()
