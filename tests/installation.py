"""One app on one database and one data folder, laid out as new before each test."""

import hashlib
import os
import pickle
import shutil
from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock

from flask import Flask
from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from accounts import passwords
from app import create_app
from foundation import kept
from foundation.database import db
from foundation.settings import Settings
from tests.databases import EMPTY, FreshDatabase
from tests.shared import alone

EXTENSION = "tests.installation"


class Installation:
    """What a test finds installed: migrated, with nothing in it but what the test begins with.

    `shared` is where the processes of a run keep their scenes.
    """

    def __init__(self, database: FreshDatabase, folder: Path, shared: Path, base_url: str) -> None:
        self.untouched = False
        self.scene: Hashable | None = None
        """What was laid out last, until anything is written."""
        self._database = database
        self._shared = shared
        self._data_dir = folder / "data"
        self._data_dir.mkdir()
        self._names: dict[Hashable, str] = {}
        self._wanted: str | None = None
        self._playing = 0
        self._laying_out = Lock()
        self.app: Flask = create_app(
            Settings(
                database_url=database.url,
                data_dir=self._data_dir,
                secret_key="a secret that only the tests know",
                base_url=base_url,
            )
        )
        self.app.testing = True
        self.app.extensions[EXTENSION] = self
        self._as_installed = self.app.extensions["tilsagn"]
        passwords.make_cheap()
        self._empty = folder / EMPTY
        shutil.copytree(self._data_dir, self._empty)
        with self.app.app_context():
            event.listen(db.engine, "commit", self._touched)
            event.listen(db.engine, "do_connect", self._ready)
            if db.engine.dialect.name == "sqlite":
                event.listen(db.engine, "connect", _careless)

    @property
    def is_as_installed(self) -> bool:
        """Tell whether the app has the settings that scenes are played with."""
        return bool(self.app.extensions["tilsagn"] == self._as_installed)

    def renew(self) -> None:
        """Forget everything that an earlier test wrote.

        The database is laid out when it is first asked for: many tests ask for a scene, or nothing.
        """
        self._begin_with(EMPTY, self._empty)
        self.untouched, self.scene = True, None

    def alone(self, key: Hashable) -> AbstractContextManager[None]:
        """Let no other process keep anything under this key meanwhile."""
        return alone(self._kept(key))

    @contextmanager
    def playing(self) -> Iterator[None]:
        """Play a scene: those that are played meanwhile are parts of it."""
        self._playing += 1
        try:
            yield
        finally:
            self._playing -= 1

    def finish(self, key: Hashable, made: bytes) -> None:
        """Keep a scene that was just played, and what was made; a part of another the second time only."""
        played = self._kept(key).with_suffix(".played")
        if not self._playing or played.exists():
            self.keep(key, made)
        played.touch()
        self.scene = key

    def keep(self, key: Hashable, made: bytes) -> None:
        """Keep the installation as it stands, and what was made, under a key."""
        self._ready()
        self.let_go()
        self._database.keep(self.name_of(key))
        # There already when the server went with what it kept, and another was begun by one who came later.
        shutil.rmtree(self._kept(key), ignore_errors=True)
        shutil.copytree(self._data_dir, self._kept(key))
        unfinished = self._made(key).with_suffix(".unfinished")
        unfinished.write_bytes(made)
        unfinished.rename(self._made(key))

    def knows(self, key: Hashable) -> bool:
        """Tell whether something was kept under a key, by this process or another."""
        return self._made(key).exists() and self._database.has(self.name_of(key))

    def lay_out(self, key: Hashable) -> bytes:
        """Put the installation as it was kept under a key; give what was made then."""
        self._begin_with(self.name_of(key), self._kept(key))
        self.untouched, self.scene = False, key
        return self._made(key).read_bytes()

    def let_go(self) -> None:
        """Close every connection to the database."""
        with self.app.app_context():
            db.engine.dispose()

    def _begin_with(self, scene: str, files: Path) -> None:
        self.let_go()
        shutil.rmtree(self._data_dir)
        shutil.copytree(files, self._data_dir)
        kept.forget(self.app)
        self._wanted = scene

    def _kept(self, key: Hashable) -> Path:
        return self._shared / self.name_of(key)

    def _made(self, key: Hashable) -> Path:
        return self._shared / f"{self.name_of(key)}.made"

    def name_of(self, key: Hashable) -> str:
        """Name a key the same in every process; what cannot leave this one has a name of its own here."""
        if key not in self._names:
            try:
                content = pickle.dumps(key)
            except (pickle.PicklingError, AttributeError, TypeError):
                content = f"{os.getpid()}, {len(self._names)}".encode()
            self._names[key] = hashlib.sha256(content).hexdigest()[:16]
        return self._names[key]

    def _ready(self, *_: object) -> None:
        """Lay the database out before the first connection to it is opened."""
        with self._laying_out:
            if self._wanted is not None:
                self._database.lay_out(self._wanted)
                self._wanted = None

    def _touched(self, _connection: Connection) -> None:
        self.untouched, self.scene = False, None


def _careless(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """What a test writes need not outlive a power cut."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


def unsaved() -> list[object]:
    """Give what the test's session holds that was never committed."""
    return [*db.session.new, *db.session.dirty, *db.session.deleted]
