"""`bounces` marks the addresses that delivery reports say are dead, once, and changes nothing else."""

from mailbox import Maildir
from pathlib import Path

import pytest
from click.testing import CliRunner

from accounts.notices.queries import dead_addresses
from app import create_app
from commands.__main__ import tilsagn
from foundation import schema
from foundation.database import db
from foundation.settings import Settings
from tests.acts.test_notices import REPORT


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    environment = {
        "TILSAGN_DATABASE_URL": f"sqlite:///{tmp_path}/tilsagn.sqlite",
        "TILSAGN_DATA_DIR": str(tmp_path),
        "TILSAGN_SECRET_KEY": "a secret that only this test knows",
        "TILSAGN_BASE_URL": "http://127.0.0.1:8000",
    }
    with create_app(Settings.from_environment(environment)).app_context():
        schema.upgrade(db.engine)
        db.engine.dispose()
    return environment


def marked(environment: dict[str, str]) -> list[str]:
    with create_app(Settings.from_environment(environment)).app_context():
        found = sorted(one.email for one in dead_addresses())
        db.session.remove()
        db.engine.dispose()
    return found


def test_a_message_and_a_folder_are_read_and_marked_once(
    environment: dict[str, str], tmp_path: Path
) -> None:
    message = tmp_path / "retur.eml"
    message.write_text(REPORT.format(action="failed", status="5.1.1"), encoding="utf-8")
    folder = Maildir(tmp_path / "Maildir")
    folder.add(REPORT.format(action="failed", status="5.1.1").encode())
    folder.add(b"Subject: Hei\n\nVi er borte til mandag.\n")
    both = ["borte@example.org", "ogsa@example.org"]

    answer = CliRunner().invoke(tilsagn, ["bounces", str(message)], env=environment)
    assert (answer.exit_code, answer.stdout.split()) == (0, both), answer.output
    answer = CliRunner().invoke(tilsagn, ["bounces", str(tmp_path / "Maildir")], env=environment)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "Addresses marked as dead: 0." in answer.stderr
    assert marked(environment) == both
    assert len(folder) == 2


def test_a_delay_marks_nobody(environment: dict[str, str], tmp_path: Path) -> None:
    message = tmp_path / "sent.eml"
    message.write_text(REPORT.format(action="delayed", status="4.4.7"), encoding="utf-8")
    answer = CliRunner().invoke(tilsagn, ["bounces", str(message)], env=environment)
    assert answer.exit_code == 0
    assert marked(environment) == []
