"""The ground of the tests: every test begins as new, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from flask import Flask
from flask_sqlalchemy.session import Session
from sqlalchemy import text

from accounts.models import Person
from foundation import clock
from foundation.database import db, transaction
from foundation.settings import Settings


def a_person() -> Person:
    return Person(
        name="Kari Prøve",
        email="kari@example.no",
        locale="nb",
        password_hash="none",
        created_at=clock.now(),
    )


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_one_test_writes_no_other_sees(app: Flask, session: Session, time: str) -> None:
    settings: Settings = app.extensions["tilsagn"]
    assert session.query(Person).count() == 0
    assert list(settings.data_dir.iterdir()) == []
    with transaction():
        session.add(a_person())
    (settings.data_dir / time).touch()


def test_it_runs_on_the_engine_that_is_named(session: Session, database: str) -> None:
    assert session.get_bind().dialect.name == database


def test_the_schema_comes_from_the_migrations(session: Session) -> None:
    assert session.execute(text("SELECT version_num FROM alembic_version")).scalar() is not None


def test_without_an_app_there_is_no_database() -> None:
    with pytest.raises(RuntimeError, match="outside of application context"):
        db.session.connection()


def test_the_clock_stands_still_for_every_thread(now: datetime) -> None:
    with ThreadPoolExecutor() as threads:
        assert {now, clock.now(), threads.submit(clock.now).result()} == {now}
    assert clock.in_oslo(now).isoformat() == "2026-03-02T10:00:00+01:00"
