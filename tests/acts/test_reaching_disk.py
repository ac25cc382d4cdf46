"""An act that holds what others wait for lets go when it is committed, and is answered from the disk."""

from collections.abc import Mapping
from typing import cast

import psycopg
import pytest
from sqlalchemy import Connection

from accounts import audit
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError
from foundation.turns import hold

LETS_GO, COMMITTED, REACHES = "set_config('synchronous_commit'", "COMMIT", "pg_logical_emit_message"


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note how an act goes on PostgreSQL, as far as it concerns the disk."""
    noted: list[str] = []
    execute = psycopg.Connection.execute

    def hear(
        self: psycopg.Connection[object], statement: bytes, values: object = None, *, prepare: bool = False
    ) -> psycopg.Cursor[object]:
        noted.extend(one for one in (LETS_GO, COMMITTED, REACHES) if one in str(statement))
        return execute(self, statement, cast("Mapping[str, object] | None", values), prepare=prepare)

    monkeypatch.setattr(psycopg.Connection, "execute", hear)
    return noted


@pytest.mark.usefixtures("app")
def test_an_act_is_answered_when_the_disk_has_it(database: str, noted: list[str]) -> None:
    with transaction():
        audit.record("tried", subject="disk", by=None, at=clock.now())
    assert noted == ([LETS_GO, COMMITTED, REACHES] if database == "postgresql" else [])


@pytest.mark.usefixtures("app")
def test_what_is_refused_waits_for_nothing(noted: list[str]) -> None:
    with pytest.raises(NotFoundError):
        _try_and_refuse()
    assert COMMITTED not in noted
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
