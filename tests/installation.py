"""One app on one database and one data folder, made as new before each test."""

import shutil
from pathlib import Path

from flask import Flask

from accounts import passwords
from app import create_app
from foundation.database import db
from foundation.settings import Settings
from tests.databases import FreshDatabase


class Installation:
    """What a test finds installed: migrated, with nothing in it."""

    def __init__(self, database: FreshDatabase, folder: Path, base_url: str) -> None:
        self._database = database
        self._data_dir = folder / "data"
        self._data_dir.mkdir()
        database.renew()
        self.app: Flask = create_app(
            Settings(
                database_url=database.url,
                data_dir=self._data_dir,
                secret_key="a secret that only the tests know",
                base_url=base_url,
            )
        )
        self.app.testing = True
        passwords.make_cheap()

    def renew(self) -> None:
        """Forget everything that an earlier test wrote."""
        self.let_go()
        self._database.renew()
        shutil.rmtree(self._data_dir)
        self._data_dir.mkdir()

    def let_go(self) -> None:
        """Close every connection to the database."""
        with self.app.app_context():
            db.engine.dispose()


def unsaved() -> list[object]:
    """Give what the test's session holds that was never committed."""
    return [*db.session.new, *db.session.dirty, *db.session.deleted]
