"""Writing many rows of a table in one statement, inside an act.

Drivers send the rows of an `executemany` one by one, and the database runs its triggers and keeps its
journal for each. One statement of many rows is several times as fast on both engines: on SQLite it lists
them, on PostgreSQL it reads them from one value, for a driver is slow to find thousands of them in its text.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Insert, Table, column, func, insert, select, text

from foundation.database import db, later, plainly

_SEQUENCE = text(
    "SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)"
)
_Rows = Sequence[Mapping[str, object]]


def numbers_for(table: Table, count: int) -> list[int]:
    """Give the ids that so many new rows of a table get, in order: nobody else gets them.

    On SQLite an act alone writes; on PostgreSQL they are drawn from the table's own sequence.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        drawn = db.session.scalars(_SEQUENCE, {"table": table.name, "count": count})
        return sorted(int(number) for number in drawn)
    last = db.session.scalar(select(func.max(table.c.id))) or 0
    return list(range(last + 1, last + 1 + count))


def insert_all(table: Table, rows: _Rows, *, asked: bool = False) -> None:
    """Insert rows that name the same columns. Nothing for no rows.

    A column that no row has a value for is left to its default. `asked`: the database may refuse them, and
    the answer is waited for.
    """
    if not rows:
        return
    named = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    given = [{name: row[name] for name in named} for row in rows]
    connection = plainly()
    dialect = connection.dialect
    if len(given) == 1:
        answer = later(_insert(table), given[0])
        if asked:
            answer.first()
    elif dialect.name == "postgresql":
        connection.execute(
            _from_json(table, named), {"rows": _as_json(table, named, given, dialect)}
        )
    else:
        # What is asked for comes back in one answer, and so the rows go out in one statement.
        connection.execute(insert(table).returning(*table.primary_key), given).all()


@cache
def _insert(table: Table) -> Insert:
    """Give a statement that is put together once for each table; nobody asks which id the row gets."""
    return insert(table).inline()


def _from_json(table: Table, named: Sequence[str]) -> Insert:
    columns = [column(name, table.c[name].type) for name in named]
    given = (
        func.json_to_recordset(text("CAST(:rows AS JSON)"))
        .table_valued(*columns, name="given")
        .render_derived(with_types=True)
    )
    return insert(table).from_select(named, select(*given.c))


def _as_json(table: Table, named: Iterable[str], rows: _Rows, dialect: Dialect) -> str:
    """Write rows as the driver would get them; days and moments are told as ISO 8601."""
    written = {name: _processor(table, name, dialect) for name in named}
    return json.dumps(
        [{name: write(row[name]) for name, write in written.items()} for row in rows], default=str
    )


def _processor(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any]:
    kind = table.c[name].type.dialect_impl(dialect)
    return kind.bind_processor(dialect) or _as_it_is


def _as_it_is(value: object) -> object:
    return value
