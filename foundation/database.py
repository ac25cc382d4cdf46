"""The database: one base, one session, and the only place that commits.

SQLite (embedded default) and PostgreSQL (production) hold the same models. On SQLite an act begins with
BEGIN IMMEDIATE, so that two acts never read the same facts and both write; on PostgreSQL an act locks
the rows that it decides on with `locked()`.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    BigInteger,
    Connection,
    Dialect,
    Engine,
    Enum,
    Executable,
    MetaData,
    event,
    inspect,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from foundation.columns import BilingualText, JsonText, JsonValue, UtcMoment
from foundation.errors import StaleError, TilsagnError
from foundation.flowing import let_flow
from foundation.language import Bilingual
from foundation.money import Ore
from foundation.together import Answer, Waiting, init_together, send_waiting, waiting_on
from foundation.together import later as _later
from foundation.turns import hold, turn

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
BUSY_TIMEOUT_MS = 20_000
CHECKPOINT_PAGES = 10_000
"""How long the log of SQLite may grow before an act must wait while it is moved into the database.

The worker moves it before that, when it has nothing else to do.
"""
ASKED_AFTER_SECONDS = 2
_USED = "laid aside"
ACT, _AT_THE_END, _WAITING = "act", "at the end", "waiting"
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
def transaction(*, refuses_first: bool = False) -> Iterator[None]:
    """Keep everything written inside, or nothing. Acts do not nest.

    The act itself sees the newest facts: on SQLite what the page read before is let go of first, and
    the act holds the write lock from its first statement; on PostgreSQL each statement sees what is
    committed when it is asked. A row that somebody else changed in the meantime raises StaleError.

    The act is written inside a savepoint: when it is refused, only what it touched is forgotten, and
    the page that explains the refusal still has what it had loaded. An act that `refuses_first`, before
    it has changed any row that is loaded, needs none.
    """
    session = db.session()
    if in_act():
        raise NestedTransactionError
    if session.new or session.dirty or session.deleted:
        raise UnfinishedWorkError
    session.info[ACT] = {}
    try:
        with _begun(session):
            try:
                with (
                    _whole(session) if refuses_first else session.begin_nested(),
                    _sent_or_forgotten(),
                ):
                    yield
                    _follow_up()
            finally:
                session.commit()  # after a refusal there is nothing left to keep
    except StaleDataError as error:
        raise StaleError from error
    finally:
        del session.info[ACT]


@contextmanager
def _begun(session: Session) -> Iterator[None]:
    """Begin an act in its turn, and take back what an error leaves before the next one's turn."""
    engine = db.engine
    if engine.dialect.name == "sqlite":
        session.commit()
    with turn(engine):
        try:
            if engine.dialect.name == "sqlite":
                session.connection(execution_options={"act": True})
            yield
        except BaseException:
            session.rollback()
            raise


@contextmanager
def _sent_or_forgotten() -> Iterator[None]:
    """Let nothing that waits to be sent be sent when the act is refused."""
    try:
        yield
    except BaseException:
        waiting: Waiting | None = of_this_act().get(_WAITING)
        if waiting is not None:
            waiting.forget()
        raise


@contextmanager
def _whole(session: Session) -> Iterator[None]:
    """Take back what an act wrote when it is refused, in the database alone: no loaded row is changed."""
    try:
        yield
    except TilsagnError:
        if session.new or session.dirty or session.deleted:
            raise UnfinishedWorkError from None
        session.connection().connection.rollback()
        raise


def in_act() -> bool:
    """Tell whether an act is going on."""
    return ACT in db.session.info


def of_this_act() -> dict[str, Any]:
    """Give what the act that is going on remembers of itself; it is forgotten when the act ends."""
    remembered: dict[str, Any] = db.session.info[ACT]
    return remembered


def plainly() -> Connection:
    """Give the session's own connection, for statements that name tables: no row is made of what they give.

    It sees and writes what the session does, in the same transaction, and costs half as much.
    """
    return db.session.connection()


def later(statement: Executable, values: Mapping[str, object]) -> Answer:
    """Do a statement that names tables in the act that goes on, and ask for what it gives when that matters.

    Whatever is asked afterwards sees what it wrote (`together.py`).
    """
    session = db.session()
    connection = session.connection()
    answer = _later(connection, statement, values)
    if connection.dialect.name == "postgresql":
        _remember(session, connection)
    return answer


def _remember(session: Session, connection: Connection) -> None:
    """Let the act know what waits on its connection; where there is none, nothing waits."""
    remembered: dict[str, object] | None = session.info.get(ACT)
    if remembered is None:
        send_waiting(connection)
    else:
        remembered[_WAITING] = waiting_on(connection)


def hold_until_the_end(number: int) -> None:
    """Hold what has this number until the act ends, so that acts which ask for it run one by one.

    On SQLite the immediate transaction already holds everything.
    """
    session = db.session()
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        hold(connection, number)
        _remember(session, connection)


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


def init_database(app: Flask, *, survives_power_cuts: bool = True) -> None:
    """Bind the database to the app and set up SQLite connections."""
    db.init_app(app)
    with app.app_context():
        for engine in db.engines.values():
            prepare_engine(engine, survives_power_cuts=survives_power_cuts)


def prepare_engine(engine: Engine, *, survives_power_cuts: bool = True) -> None:
    """Give SQLite its foreign keys, its write-ahead log and its immediate acts.

    What has been answered is on the disk, unless power cuts need not be survived: then the last acts
    before one may be gone, and the file is whole all the same.

    Another server may have hung up on a connection that lay unused: it is asked before it is used again.
    """
    if engine.dialect.name != "sqlite":
        event.listen(engine, "checkin", _laid_aside)
        event.listen(engine, "checkout", partial(_still_there, engine.dialect))
        let_flow(engine)
        init_together(engine)
        return
    synchronous = "FULL" if survives_power_cuts else "NORMAL"
    event.listen(engine, "connect", partial(_open_sqlite, synchronous))
    event.listen(engine, "begin", _begin_sqlite)


def move_log() -> None:
    """Move SQLite's log into the database, as far as nobody is in the way; nothing on PostgreSQL."""
    if db.engine.dialect.name == "sqlite":
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


def _laid_aside(_connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
    entry.info[_USED] = time.monotonic()


def _still_there(
    dialect: Dialect,
    connection: DBAPIConnection,
    entry: ConnectionPoolEntry,
    _proxy: PoolProxiedConnection,
) -> None:
    """Ask a connection that was not used just now; the pool opens another when it does not answer."""
    if time.monotonic() - entry.info.get(_USED, 0) < ASKED_AFTER_SECONDS:
        return
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise DisconnectionError from error


def _open_sqlite(
    synchronous: str, connection: DBAPIConnection, _entry: ConnectionPoolEntry
) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    act = connection.get_execution_options().get("act")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if act else "BEGIN")
