"""`check` says what is wrong with the data, and only then; `sample-documents` writes them all."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from accounts.registration import load_register
from app import create_app
from commands.__main__ import tilsagn
from foundation import clock, schema
from foundation.database import db
from foundation.settings import Settings


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    """Give a folder whose database has a register, and an audit entry that says so."""
    with create_app(Settings.for_demo(tmp_path)).app_context():
        schema.upgrade(db.engine)
        load_register(at=clock.now())
        db.engine.dispose()
    return tmp_path


def test_sound_data_passes(demonstration: Path) -> None:
    answer = CliRunner().invoke(tilsagn, ["check", "--data-dir", str(demonstration)])
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert answer.stderr == "Every invariant holds.\n"


def test_what_is_wrong_is_named(demonstration: Path) -> None:
    with create_app(Settings.for_demo(demonstration)).app_context():
        db.session.execute(text("DROP TRIGGER audit_entry_refuses_update"))
        db.session.execute(text("UPDATE audit_entry SET act = 'something.else'"))
        db.session.commit()
        db.engine.dispose()
    answer = CliRunner().invoke(tilsagn, ["check", "--data-dir", str(demonstration)])
    assert answer.exit_code == 1
    assert answer.stdout == "audit chain: audit entry 1 was changed after it was sealed\n"


def test_without_a_name_it_is_the_installation_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TILSAGN_SECRET_KEY", "hush")
    answer = CliRunner().invoke(tilsagn, ["check"])
    assert str(answer.exception) == "TILSAGN_DATABASE_URL is missing"
