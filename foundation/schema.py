"""The schema by its migrations: up to the newest and down to the first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent.parent / "migrations"
BY_HAND = frozenset(
    {
        "case_index", "case_index_config", "case_index_data", "case_index_idx", "ix_case_text_words",
    }
)  # fmt: skip
"""What an engine has of its own to find words by: made by a migration, and no part of the models."""


class BrokenReferenceError(Exception):
    """A migration would leave a row that refers to one that is not there."""


def configuration(engine: Engine | None = None) -> Config:
    """Give Alembic's configuration, on an engine when there is one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    if engine is not None:
        url = engine.url.render_as_string(hide_password=False)
        config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a revision, all or nothing."""
    with _migrating(engine) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Bring the schema back to a revision, all or nothing."""
    with _migrating(engine) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def is_of_the_models(_item: object, name: str | None, *_rest: object) -> bool:
    """Tell Alembic what to compare: all but what is kept by hand."""
    return name not in BY_HAND


def is_newest(engine: Engine) -> bool:
    """Tell whether the database stands at the newest revision."""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """Open a transaction in which tables may be made anew while rows refer to them.

    SQLite changes a table by making it anew, and would delete what refers to it on the way: there the
    references are let go of, and checked before anything is kept. Raises BrokenReferenceError.
    """
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            yield connection
        return
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise BrokenReferenceError(broken[0])
        finally:
            raw.execute("PRAGMA foreign_keys=ON")
            raw.close()
