"""A worker that is killed in the middle loses no letter and doubles none."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from accounts.queries import signatories_of
from decisions.correcting.reading import is_as_sent
from decisions.models import Letter
from decisions.queries.readiness import Progress, progress_of
from foundation import clock, files
from foundation.database import db
from foundation.outbox import CLAIM, Job, Mail
from foundation.settings import Settings
from tests.builders.decisions import Round, a_signed_round, make_documents

ROOT = Path(__file__).parents[2]
PATIENCE = timedelta(minutes=3)


@contextmanager
def a_worker(app: Flask, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `./tilsagn work` on the test's own database and folder, with more settings; kill it in the end."""
    settings: Settings = app.extensions["tilsagn"]
    environment = {
        **os.environ,
        "TILSAGN_DATABASE_URL": settings.database_url,
        "TILSAGN_DATA_DIR": str(settings.data_dir),
        "TILSAGN_SECRET_KEY": "a secret that only this worker knows of",
        "TILSAGN_BASE_URL": "http://127.0.0.1:8000",
        **{f"TILSAGN_{name}": value for name, value in more.items()},
    }
    command = [sys.executable, "-m", "commands", "work"]
    worker = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def progress(made: Round) -> Progress:
    db.session.rollback()
    return progress_of(made.call.id)


def wait_for(made: Round, number: int) -> None:
    """Wait until so many documents are made."""
    waited = 0.0
    while progress(made).made < number:
        time.sleep(0.05)
        waited += 0.05
        assert waited < PATIENCE.total_seconds(), progress(made)


def in_truth() -> datetime:
    """Tell the moment that another process knows, as the tests' clock stands still."""
    return datetime.fromtimestamp(time.time(), tz=clock.OSLO)


def every_letter_is_the_one_that_an_undisturbed_worker_makes() -> None:
    """Make one letter of each document again, here, and hold its bytes against those that are kept."""
    rows = db.session.scalars(
        select(Letter).where(Letter.decision_id.is_not(None)).options(joinedload(Letter.template))
    )
    by_document = {(one.decision_id, one.language): one for one in rows}
    assert all(is_as_sent(one) for one in by_document.values())


def everybody_is_told_once(made: Round) -> None:
    """Publish, and look for one message to each recipient of each decision's letters, and no more."""
    before = set(db.session.scalars(select(Mail.id)))
    assert made.publish() == len(made.applications)
    told = db.session.scalars(select(Mail).where(Mail.id.not_in(before))).all()
    assert len({(one.recipient, one.subject, one.body) for one in told}) == len(told)
    recipients = {one.organisation_id for decision in made.decisions() for one in decision.letters}
    signatories = {one.email for each in recipients for one in signatories_of(each)}
    assert signatories <= {one.recipient for one in told}


def test_a_killed_worker_loses_nothing_and_doubles_nothing(app: Flask) -> None:
    made = a_signed_round(points=(5, 4, 3))
    with a_worker(app) as first:
        wait_for(made, 1)
        first.send_signal(signal.SIGKILL)
        first.wait()
    done = progress(made).made
    assert done < progress(made).total, "it was done before it could be killed"

    make_documents(at=in_truth() + CLAIM + timedelta(seconds=1))
    assert (progress(made).made, progress(made).failed) == (3, 0)
    letters = db.session.scalars(select(Letter).where(Letter.decision_id.is_not(None))).all()
    assert len(letters) == 3 * 3
    assert len({one.sha256 for one in letters}) == 3
    assert all(files.store().is_whole(one.sha256 or "") for one in letters)
    assert db.session.scalar(select(func.count(Job.id)).where(Job.done_at.is_(None))) == 0
    every_letter_is_the_one_that_an_undisturbed_worker_makes()
    everybody_is_told_once(made)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # no signal knows the engine
def test_a_worker_that_is_asked_to_stop_finishes_what_it_holds(app: Flask) -> None:
    made = a_signed_round(points=(5, 4, 3))
    with a_worker(app) as worker:
        wait_for(made, 1)
        worker.terminate()
        assert worker.wait(timeout=PATIENCE.total_seconds()) == 0
    db.session.rollback()  # what was read while it worked is not what it left behind
    half_done = select(Job.kind, Job.failure).where(Job.tries > 0, Job.done_at.is_(None))
    assert db.session.execute(half_done).all() == []
