"""Statements that go out together: what nobody needs the answer of yet waits for one that somebody does.

On PostgreSQL each statement that is waited for costs two processes a turn, and whoever waits for what the
act holds waits longer. So an act may say of a statement that its answer can wait: it goes out in one batch
with the next one that is asked, or with the commit. The order stays, and what is asked next sees all that was
written before it. On SQLite, which is no journey away, each is done at once.

An act that holds what one at a time may have (`turns.py`) is committed without waiting for the disk; the mark
that it waits for instead is in the same batch as the commit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeAlias, cast

import psycopg
from sqlalchemy import Connection, Dialect, Engine, Executable, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

_WAITING = "waiting"
_COMMIT = b"COMMIT"
_MARK = b"SELECT pg_logical_emit_message(true, 'tilsagn', '')"
_Row: TypeAlias = tuple[Any, ...]
_Write: TypeAlias = Callable[[Any], Any]


class Answer:
    """The first row that a statement gives, once it has been sent."""

    def __init__(self, first: _Row | None = None, waits: Callable[[], None] | None = None) -> None:
        """Keep what is known of it already, or what sends it."""
        self._first, self._waits = first, waits

    def came(self, first: _Row | None) -> None:
        """Keep what was answered."""
        self._first, self._waits = first, None

    def first(self) -> _Row | None:
        """Give the row as the driver does, or None; if it has not been sent, what waits is sent now."""
        if self._waits is not None:
            self._waits()
        return self._first


@dataclass(slots=True)
class Waiting:
    """What waits on one connection to PostgreSQL."""

    unsent: list[tuple[bytes, Mapping[str, object], Answer]] = field(default_factory=list)
    to_disk: bool = False
    """Whether it must be on the disk once it has been committed, though the commit does not wait."""

    def forget(self) -> None:
        """Forget it: what it belongs to is taken back."""
        self.unsent.clear()
        self.to_disk = False


def init_together(engine: Engine) -> None:
    """Let nothing be asked or committed on PostgreSQL before what waits has been sent."""
    event.listen(engine, "before_cursor_execute", send_waiting)
    event.listen(engine, "commit", _commit)
    event.listen(engine, "rollback", _forget)


def waiting_on(connection: Connection) -> Waiting:
    """Give what waits on a connection."""
    waiting: Waiting | None = connection.info.get(_WAITING)
    if waiting is None:
        waiting = connection.info[_WAITING] = Waiting()
    return waiting


def later(connection: Connection, statement: Executable, values: Mapping[str, object]) -> Answer:
    """Do a statement before anything else is asked on its connection, or before that is committed.

    On PostgreSQL its text is put together once, and it must say all its values itself.
    """
    if connection.dialect.name != "postgresql":
        result = connection.execute(statement, dict(values))
        row = result.first() if result.returns_rows else None
        return Answer(None if row is None else tuple(row))
    written, fixed, writers = _written(statement, connection.dialect, tuple(values))
    given = {**fixed, **{name: write(values[name]) for name, write in writers.items()}}
    answer = Answer(waits=partial(send_waiting, connection))
    waiting_on(connection).unsent.append((written, given, answer))
    return answer


def send_waiting(connection: Connection, *_statement: object) -> None:
    """Send what waits, in its order, and take the answers."""
    if waiting_on(connection).unsent:
        _send(connection)


def _commit(connection: Connection) -> None:
    """Commit together with what waits, and with the mark if there must be one; else all is left to do."""
    waiting = waiting_on(connection)
    if waiting.to_disk:
        _send(connection, _COMMIT, _MARK)
    elif waiting.unsent:
        _send(connection, _COMMIT)
    waiting.forget()


def _forget(connection: Connection) -> None:
    if not connection.invalidated:
        waiting_on(connection).forget()


def _send(connection: Connection, *commands: bytes) -> None:
    driver = cast("psycopg.Connection[_Row]", connection.connection.driver_connection)
    unsent = waiting_on(connection).unsent.copy()
    waiting_on(connection).unsent.clear()
    try:
        with driver.pipeline():
            cursors = [driver.execute(one, given, prepare=True) for one, given, _answer in unsent]
            for command in commands:
                driver.execute(command, prepare=True)
    except psycopg.Error as error:
        raise DBAPIError.instance(
            None, None, error, psycopg.Error, dialect=connection.dialect
        ) from error
    for cursor, (_written, _given, answer) in zip(cursors, unsent, strict=True):
        answer.came(None if cursor.rownumber is None else cursor.fetchone())


@cache
def _written(
    statement: Executable, dialect: Dialect, names: tuple[str, ...]
) -> tuple[bytes, Mapping[str, object], Mapping[str, _Write]]:
    """Write a statement as the driver takes it; give the values it has itself, and what writes the others."""
    compiled = cast("ClauseElement", statement).compile(dialect=dialect, column_keys=list(names))
    if not isinstance(compiled, SQLCompiler) or compiled.insert_prefetch or compiled.update_prefetch:
        raise NotImplementedError("a statement that is sent later says all its values")
    own = compiled.construct_params(dict.fromkeys(names))
    writers = {
        name: bound.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
        for bound, name in compiled.bind_names.items()
    }
    fixed = {name: write(own[name]) for name, write in writers.items() if name not in names}
    return (
        str(compiled).encode(),
        fixed,
        {name: write for name, write in writers.items() if name in names},
    )


def _as_it_is(value: object) -> object:
    return value
