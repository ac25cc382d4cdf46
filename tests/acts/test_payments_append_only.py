import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from accounts.models import AuditEntry
from applications.models import Event
from foundation.database import Model, db, transaction
from payments.models import Entry
from tests.builders.payments import an_accepted_grant

TABLES = (Entry, AuditEntry, Event)


def test_the_database_itself_refuses_to_change_or_delete_what_is_only_added_to(app: Flask) -> None:
    del app
    an_accepted_grant()
    for table in TABLES:
        rows = content(table)
        assert rows
        for change in (update(table).values(**nudge(table)), delete(table)):
            with pytest.raises(DatabaseError, match="only added to"), transaction():
                db.session.execute(change, execution_options={"synchronize_session": False})
        assert content(table) == rows


def content(table: type[Model]) -> list[tuple[object, ...]]:
    columns = table.__table__.columns
    rows = db.session.execute(select(*columns).order_by(columns["id"]))
    return [tuple(row) for row in rows]


def nudge(table: type[Model]) -> dict[str, str]:
    """Give a change that no other rule of the table would refuse."""
    return {Entry: {"text": "x"}, AuditEntry: {"act": "x"}, Event: {"kind": "x"}}[table]
