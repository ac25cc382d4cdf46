"""Rows as the driver has them, a batch at a time: no more than a batch is in memory, however many there are.

On PostgreSQL they flow: the server finds the next ones while these are used, and plans for all of them. A
cursor of its own would wait to be asked for each batch, and be planned for the first one alone.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from inspect import GEN_CLOSED, getgeneratorstate
from itertools import chain, islice
from typing import Any, TypeAlias, cast
from weakref import WeakKeyDictionary

from psycopg import Cursor, capabilities
from psycopg.abc import Params
from sqlalchemy import Connection, CursorResult, Dialect, Engine, ExecutionContext, Select, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import InvalidRequestError, ResourceClosedError

Values: TypeAlias = tuple[Any, ...]
_Reader: TypeAlias = Callable[[Any], Any]
"""What makes a value of what the driver gives."""
_WANTED = "wanted"
_flowing: WeakKeyDictionary[object, Generator[Values]] = WeakKeyDictionary()
"""What flowed last from each of the driver's connections."""


def flow(
    connection: Connection, statement: Select[*tuple[Any, ...]], size: int
) -> Iterator[list[Values]]:
    """Give a statement's rows in batches, each value as the type of its column has it.

    On PostgreSQL the connection does nothing else meanwhile: whoever asks it something before the last row is
    refused, and the end of the transaction is the end of the rows. Who wants no more of them ends it.
    """
    wanted: list[Iterator[Values]] = []
    result = connection.execute(statement, execution_options={_WANTED: (wanted, size)})
    cursor = _cursor(result)
    take = partial(_take, wanted[0]) if wanted else cursor.fetchmany
    readers = _readers(connection.dialect, statement, cursor)
    while rows := take(size):
        yield _read(rows, readers) if readers else list(rows)
    result.close()


def let_flow(engine: Engine) -> None:
    """Let the statements of an engine on PostgreSQL flow that are asked for so."""
    event.listen(engine, "do_execute", _begin)
    for ending in ("commit", "rollback"):
        event.listen(engine, ending, _end)


def _begin(
    cursor: Cursor[Values], statement: str, parameters: Params, context: ExecutionContext
) -> bool:
    """Begin what is to flow; any other statement is left to be asked as always.

    So is one that finds nothing: of a flow without rows nobody knows the columns.
    """
    last = _flowing.get(cursor.connection)
    if last is not None and getgeneratorstate(last) != GEN_CLOSED:
        raise InvalidRequestError("the rows of another statement are still on their way")
    if _WANTED not in context.execution_options:
        return False
    wanted, size = context.execution_options[_WANTED]
    piece = size if capabilities.has_stream_chunked() else 1
    rows = cast("Generator[Values]", cursor.stream(statement.encode(), parameters, size=piece))
    for first in rows:
        _flowing[cursor.connection] = rows
        wanted.append(chain([first], rows))
        return True
    return False


def _end(connection: Connection) -> None:
    """Let go of rows that nobody will ask for: they hold the connection."""
    last = _flowing.pop(connection.connection.driver_connection, None)
    if last is not None:
        last.close()


def _take(rows: Iterator[Values], size: int) -> list[Values]:
    return list(islice(rows, size))


def _cursor(result: CursorResult[Any]) -> DBAPICursor:
    if result.cursor is None:
        raise ResourceClosedError
    return result.cursor


def _readers(
    dialect: Dialect, statement: Select[*tuple[Any, ...]], cursor: DBAPICursor
) -> list[tuple[int, _Reader]]:
    """Give the places of the columns that the driver gives otherwise than their types have them."""
    columns = zip(statement.selected_columns, cursor.description, strict=True)
    found = [
        column.type.dialect_impl(dialect).result_processor(dialect, told[1]) for column, told in columns
    ]
    return [(place, reader) for place, reader in enumerate(found) if reader is not None]


def _read(rows: Sequence[Values], readers: Sequence[tuple[int, _Reader]]) -> list[Values]:
    """Read a batch a column at a time."""
    sides: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, reader in readers:
        sides[place] = list(map(reader, sides[place]))
    return list(zip(*sides, strict=True))
