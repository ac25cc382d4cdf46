"""An act that holds what others wait for lets go when it is committed, and is answered from the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from accounts import audit
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError
from foundation.turns import hold

LETS_GO, REACHES = "'synchronous_commit', 'off', true", "pg_logical_emit_message"


@contextmanager
def heard() -> Iterator[list[str]]:
    """Note how an act goes, as far as it concerns the disk; commits of the act's own connection too."""
    noted: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        noted.extend(one for one in (LETS_GO, REACHES) if one in statement)

    def hear_commit(_connection: object) -> None:
        noted.append("commit")

    listeners = (("before_cursor_execute", hear), ("commit", hear_commit))
    for name, listener in listeners:
        event.listen(db.engine, name, listener)
    try:
        yield noted
    finally:
        for name, listener in listeners:
            event.remove(db.engine, name, listener)


@pytest.mark.usefixtures("app")
def test_an_act_is_answered_when_the_disk_has_it(database: str) -> None:
    with heard() as noted, transaction():
        audit.record("tried", subject="disk", by=None, at=clock.now())
    first_of_each = list(dict.fromkeys(noted))
    assert first_of_each == ([LETS_GO, "commit", REACHES] if database == "postgresql" else ["commit"])


@pytest.mark.usefixtures("app")
def test_what_is_refused_waits_for_nothing() -> None:
    with heard() as noted, pytest.raises(NotFoundError):
        _try_and_refuse()
    assert REACHES not in noted


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_only_the_act_that_holds_lets_go_early() -> None:
    with db.engine.connect() as connection:
        connection.exec_driver_sql("SET synchronous_commit = 'local'")
        connection.commit()
        hold(connection, 1)
        assert _waits_for(connection) == "off"
        connection.commit()
        assert _waits_for(connection) == "local"
        connection.exec_driver_sql("RESET synchronous_commit")
        connection.commit()


def _try_and_refuse() -> None:
    with transaction():
        audit.record("tried", subject="disk", by=None, at=clock.now())
        raise NotFoundError


def _waits_for(connection: Connection) -> object:
    return connection.exec_driver_sql("SHOW synchronous_commit").scalar()
