"""A case as data: its rows as they are, table by table, with the names of those who acted."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, RowMapping, Table, select

from accounts.models import Organisation, Person
from figures.evidence.tables import BESIDE, NOT_SENT, TREE
from foundation.database import Base, db
from foundation.language import Bilingual

Rows = Mapping[str, list[RowMapping]]


def rows_of(application_id: int) -> Rows:
    """Read a case's rows, table by table, and those they refer to. One query for each table."""
    found: dict[str, list[RowMapping]] = {}
    for name, column, parent in TREE:
        table = Base.metadata.tables[name]
        keys = [application_id] if parent is None else [row["id"] for row in found[parent]]
        found[name] = _read(table, table.columns[column], keys)
    for name, column, named in BESIDE:
        table = Base.metadata.tables[name]
        ids = {row[other] for where, other in named for row in found[where]} - {None}
        found[name] = _read(table, table.columns[column], sorted(ids))
    found["closed_month"] = _months_of(found["entry"])
    return found


def as_json(rows: Rows) -> bytes:
    """Write a case's rows as JSON: whole øre, moments in UTC, members by their value."""
    told = {name: [_plain(row) for row in table] for name, table in rows.items()}
    told["person"] = [{"id": number, "name": name} for number, name in _persons(rows).items()]
    told["organisation"] = _organisations(rows)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_where(name: str, *where: ColumnElement[bool]) -> list[RowMapping]:
    """Read the rows of a table that fit, in the order of their keys."""
    table = Base.metadata.tables[name]
    chosen = select(table).where(*where).order_by(*table.primary_key.columns)
    return list(db.session.execute(chosen).mappings())


def _months_of(entries: list[RowMapping]) -> list[RowMapping]:
    """Give the closed months that entries are booked in."""
    days = {row["booked_on"].replace(day=1) for row in entries}
    month = Base.metadata.tables["closed_month"].c.first_day
    return read_where("closed_month", month.in_(sorted(days))) if days else []


def _read(table: Table, column: Column[Any], keys: list[int]) -> list[RowMapping]:
    statement = select(table).where(column.in_(keys)).order_by(*table.primary_key.columns)
    sent = NOT_SENT.get(table.name)
    if sent is not None and sent in table.columns:
        statement = statement.where(table.columns[sent].is_not(None))
    return list(db.session.execute(statement).mappings()) if keys else []


def _persons(rows: Rows) -> dict[int, str]:
    ids = _named(rows, lambda name: name == "person_id" or name.endswith("_by_id"))
    found = db.session.execute(
        select(Person.id, Person.name).where(Person.id.in_(ids)).order_by(Person.id)
    )
    return dict(found.all())


def _organisations(rows: Rows) -> list[dict[str, object]]:
    ids = _named(rows, lambda name: name == "organisation_id")
    found = db.session.execute(
        select(Organisation.id, Organisation.name, Organisation.organisation_number)
        .where(Organisation.id.in_(ids))
        .order_by(Organisation.id)
    )
    return [{"id": number, "name": name, "organisation_number": own} for number, name, own in found]


def _named(rows: Rows, is_one: Callable[[str], bool]) -> set[int]:
    return {
        int(value)
        for table in rows.values()
        for row in table
        for name, value in row.items()
        if value is not None and is_one(name)
    }


def _plain(row: RowMapping) -> dict[str, object]:
    return {name: _said(value) for name, value in row.items()}


def _said(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case Decimal():
            return str(value)
        case Bilingual():
            return {"nb": value.nb, "nn": value.nn}
    return value


__all__ = ["Rows", "as_json", "rows_of"]
