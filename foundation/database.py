"""The database: one base, one session, and the only place that commits.

SQLite (embedded default) and PostgreSQL (production) hold the same models. On SQLite an act begins with
BEGIN IMMEDIATE, so that two acts never read the same facts and both write; on PostgreSQL an act locks
the rows that it decides on with `locked()`.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, Connection, Engine, Enum, MetaData, event, inspect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import ConnectionPoolEntry

from foundation.columns import BilingualText, JsonText, JsonValue, UtcMoment
from foundation.errors import StaleError, TilsagnError
from foundation.language import Bilingual
from foundation.money import Ore

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
BUSY_TIMEOUT_MS = 20_000
ACT, _AT_THE_END = "act", "at the end"
_metadata = MetaData(naming_convention=NAMING)

Row = TypeVar("Row", bound="Base")


def _values(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]


class Base(DeclarativeBase):
    """What every table's class builds on."""

    registry = registry(
        metadata=_metadata,
        type_annotation_map={
            Ore: BigInteger(),
            datetime: UtcMoment(),
            Bilingual: BilingualText(),
            JsonValue: JsonText(),
            StrEnum: Enum(StrEnum, values_callable=_values, native_enum=False, length=40),
        },
    )


db = SQLAlchemy(
    model_class=Base,
    session_options={"expire_on_commit": False},
)

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class NestedTransactionError(TilsagnError):
    """An act called another act. Acts do not nest."""


class UnfinishedWorkError(TilsagnError):
    """Something was changed outside an act."""


@contextmanager
def transaction() -> Iterator[None]:
    """Keep everything written inside, or nothing. Acts do not nest.

    What the page read before the act is let go of first, so that the act itself sees the newest facts
    and, on SQLite, holds the write lock from its first statement. A row that somebody else changed in
    the meantime raises StaleError.

    The act is written inside a savepoint: when it is refused, only what it touched is forgotten, and
    the page that explains the refusal still has what it had loaded.
    """
    session = db.session()
    if in_act():
        raise NestedTransactionError
    if session.new or session.dirty or session.deleted:
        raise UnfinishedWorkError
    session.commit()
    session.info[ACT] = {}
    try:
        session.connection(execution_options={"act": True})
        try:
            with session.begin_nested():
                yield
                _follow_up()
        finally:
            session.commit()  # after a refusal the savepoint has left nothing to keep
    except StaleDataError as error:
        session.rollback()
        raise StaleError from error
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info[ACT]


def in_act() -> bool:
    """Tell whether an act is going on."""
    return ACT in db.session.info


def of_this_act() -> dict[str, Any]:
    """Give what the act that is going on remembers of itself; it is forgotten when the act ends."""
    remembered: dict[str, Any] = db.session.info[ACT]
    return remembered


def at_the_end(follow_up: Callable[[], None]) -> None:
    """Let something be written last in the act that goes on: what follows from all that it changed.

    An act that is refused has no consequences.
    """
    of_this_act().setdefault(_AT_THE_END, []).append(follow_up)


def _follow_up() -> None:
    for follow_up in of_this_act().pop(_AT_THE_END, []):
        follow_up()


@contextmanager
def snapshot() -> Iterator[None]:
    """Let everything read inside be as it was at one moment, so that sums and their parts agree.

    What others write meanwhile is not seen, and nothing is written inside.
    """
    session = db.session()
    if in_act():
        raise NestedTransactionError
    session.commit()
    try:
        if session.get_bind().dialect.name == "postgresql":
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield
    finally:
        session.commit()  # nothing was written: what was loaded stays loaded


def locked(row: Row) -> Row:
    """Read a row again inside an act and hold it until the act ends (FOR NO KEY UPDATE on PostgreSQL).

    Only its columns are read again: what the query before the act loaded beside it stays loaded. Other
    acts may meanwhile add rows that refer to it, such as lines of its journal: a lock that stopped
    them too would let two acts wait for each other.
    """
    columns = [column.key for column in inspect(row).mapper.column_attrs]
    db.session.refresh(row, attribute_names=columns, with_for_update={"key_share": True})
    return row


def init_database(app: Flask) -> None:
    """Bind the database to the app and set up SQLite connections."""
    url = str(app.config["SQLALCHEMY_DATABASE_URI"])
    # A file does not hang up on us; asking it each time costs more than many an answer.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": not url.startswith("sqlite")}
    db.init_app(app)
    with app.app_context():
        for engine in db.engines.values():
            prepare_engine(engine)


def prepare_engine(engine: Engine) -> None:
    """Give SQLite its foreign keys, its write-ahead log and its immediate acts."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _open_sqlite)
    event.listen(engine, "begin", _begin_sqlite)


def _open_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    act = connection.get_execution_options().get("act")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if act else "BEGIN")
