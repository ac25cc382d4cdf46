"""A process that is killed while it authorises a batch: nothing is lost, and nothing is done twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from criteria.postings import EntryKind
from figures.checks import violations
from foundation.database import db
from foundation.settings import Settings
from payments.batches.kinds import BatchState
from payments.batches.models import PaymentBatch
from payments.batches.states import state_of
from payments.models import Entry
from tests.builders.batches import Desk, a_desk, kept_file
from tests.builders.decisions import NOW

ROOT = Path(__file__).parents[2]


def authorise_and_die(app: Flask, desk: Desk, batch: PaymentBatch, *place: str) -> int:
    """Let another process authorise the batch and be killed at a place; give how it ended."""
    settings: Settings = app.extensions["tilsagn"]
    environment = {
        **os.environ,
        "TILSAGN_DATABASE_URL": settings.database_url,
        "TILSAGN_DATA_DIR": str(settings.data_dir),
        "TILSAGN_SECRET_KEY": "a secret that only this process knows of",
        "TILSAGN_BASE_URL": "http://127.0.0.1:8000",
    }
    given = [str(batch.id), str(desk.authoriser.id), *place, NOW.isoformat()]
    command = [sys.executable, "-m", "tests.killed", *given]
    db.session.rollback()
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def booked() -> int:
    db.session.rollback()
    number = select(func.count(Entry.id)).where(Entry.kind == EntryKind.PAYMENT)
    return db.session.scalar(number) or 0


def test_kill_9_in_the_middle_of_a_batch_loses_nothing_and_doubles_nothing(app: Flask) -> None:
    desk = a_desk()
    batch = desk.compose()
    for place in (("payment", "1"), ("file", "1")):
        assert authorise_and_die(app, desk, batch, *place) == -signal.SIGKILL
        assert booked() == 0
        assert state_of(desk.again(batch)) is BatchState.TO_AUTHORISE
        assert list(violations()) == []

    done = desk.authorise(batch)
    assert booked() == batch.number
    assert kept_file(done)
    assert list(violations()) == []
