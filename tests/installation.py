"""One app on one database and one data folder, laid out as new before each test."""

import shutil
from collections.abc import Hashable
from pathlib import Path
from threading import Lock

from flask import Flask
from sqlalchemy import Connection, event

from accounts import passwords
from app import create_app
from foundation import kept
from foundation.database import db
from foundation.settings import Settings
from tests.databases import EMPTY, FreshDatabase

EXTENSION = "tests.installation"


class Installation:
    """What a test finds installed: migrated, with nothing in it but what the test begins with."""

    def __init__(self, database: FreshDatabase, folder: Path, base_url: str) -> None:
        self.untouched = False
        self._database = database
        self._folder = folder
        self._data_dir = folder / "data"
        self._data_dir.mkdir()
        self._kept: dict[Hashable, tuple[str, bytes]] = {}
        self._wanted: str | None = None
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
        passwords.make_cheap()
        shutil.copytree(self._data_dir, folder / EMPTY)
        with self.app.app_context():
            event.listen(db.engine, "commit", self._touched)
            event.listen(db.engine, "do_connect", self._ready)

    def renew(self) -> None:
        """Forget everything that an earlier test wrote.

        The database is laid out when it is first asked for: many tests ask for a scene, or nothing.
        """
        self._begin_with(EMPTY)
        self._wanted = EMPTY
        self.untouched = True

    def keep(self, key: Hashable, made: bytes) -> None:
        """Keep the installation as it stands, and what was made, under a key."""
        scene = f"scene{len(self._kept)}"
        self._ready()
        self.let_go()
        self._database.keep(scene)
        shutil.copytree(self._data_dir, self._folder / scene)
        self._kept[key] = (scene, made)

    def knows(self, key: Hashable) -> bool:
        """Tell whether something was kept under a key."""
        return key in self._kept

    def lay_out(self, key: Hashable) -> bytes:
        """Put the installation as it was kept under a key; give what was made then."""
        scene, made = self._kept[key]
        self._begin_with(scene)
        self._wanted = scene
        self.untouched = False
        return made

    def let_go(self) -> None:
        """Close every connection to the database."""
        with self.app.app_context():
            db.engine.dispose()

    def _begin_with(self, scene: str) -> None:
        self.let_go()
        shutil.rmtree(self._data_dir)
        shutil.copytree(self._folder / scene, self._data_dir)
        kept.forget(self.app)

    def _ready(self, *_: object) -> None:
        """Lay the database out before the first connection to it is opened."""
        with self._laying_out:
            if self._wanted is not None:
                self._database.lay_out(self._wanted)
                self._wanted = None

    def _touched(self, _connection: Connection) -> None:
        self.untouched = False


def unsaved() -> list[object]:
    """Give what the test's session holds that was never committed."""
    return [*db.session.new, *db.session.dirty, *db.session.deleted]
