"""A process that is killed while it authorises a batch: nothing is lost, and nothing is done twice."""

import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from criteria.postings import EntryKind
from figures.checks import violations
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.files import store
from foundation.settings import Settings
from payments.batches.kinds import BatchState
from payments.batches.models import PaymentBatch
from payments.batches.refusals import BatchRefusal
from payments.batches.states import state_of
from payments.models import Entry
from tests.builders.batches import Desk, a_desk, kept_file
from tests.builders.decisions import NOW

ROOT = Path(__file__).parents[2]


def authorise_and_die(app: Flask, desk: Desk, batch: PaymentBatch, place: str) -> int:
    """Let another process authorise the batch and be killed at a place; give how it ended."""
    settings: Settings = app.extensions["tilsagn"]
    environment = {
        **os.environ,
        "TILSAGN_DATABASE_URL": settings.database_url,
        "TILSAGN_DATA_DIR": str(settings.data_dir),
        "TILSAGN_SECRET_KEY": "a secret that only this process knows of",
        "TILSAGN_BASE_URL": "http://127.0.0.1:8000",
    }
    given = [str(batch.id), str(desk.authoriser.id), place, "1", NOW.isoformat()]
    command = [sys.executable, "-m", "tests.killed", *given]
    db.session.rollback()
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def booked() -> int:
    db.session.rollback()
    number = select(func.count(Entry.id)).where(Entry.kind == EntryKind.PAYMENT)
    return db.session.scalar(number) or 0


def kept() -> set[str]:
    """Name every file that has found its place in the store."""
    return {one.name for one in store().path_of("0" * 64).parents[1].glob("??/*")}


def test_kill_9_in_the_middle_of_a_batch_loses_nothing_and_doubles_nothing(app: Flask) -> None:
    desk = a_desk()
    batch = desk.compose()
    before = kept()
    for place in ("ledger", "file"):
        assert authorise_and_die(app, desk, batch, place) == -signal.SIGKILL
        assert booked() == 0
        assert state_of(desk.again(batch)) is BatchState.TO_AUTHORISE
    (left,) = kept() - before  # the file has its place, and nobody names it
    assert list(violations()) == []

    assert (
        authorise_and_die(app, desk, batch, "act") == -signal.SIGKILL
    )  # done, but nobody was told
    with pytest.raises(RuleBrokenError) as again:
        desk.authorise(batch)
    assert again.value.reason is BatchRefusal.ALREADY_AUTHORISED
    done = desk.again(batch)
    assert (booked(), state_of(done)) == (batch.number, BatchState.TO_SEND)
    assert kept() - before == {left}
    assert done.file_sha256 == left == sha256(kept_file(done)).hexdigest()
    assert list(violations()) == []
