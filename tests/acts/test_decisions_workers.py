"""Workers on several machines share the jobs through DBOS: one that is killed loses and doubles nothing."""

import signal
import time
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Row, func, select, text

from decisions.models import Letter
from foundation import files
from foundation.database import db
from foundation.outbox import CLAIM, Job
from tests.acts.test_decisions_worker import (
    PATIENCE,
    a_worker,
    every_letter_is_the_one_that_an_undisturbed_worker_makes,
    in_truth,
    progress,
    wait_for,
)
from tests.builders.decisions import a_signed_round, make_documents

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
AT_ONCE = 1


def test_two_machines_share_the_letters_and_one_is_lost(app: Flask) -> None:
    made = a_signed_round(points=(5, 4, 3, 2, 1))
    with a_worker(app, JOBS="dbos", WORKER="first") as first:
        wait_for(made, 1)
        with a_worker(app, JOBS="dbos", WORKER="second"):
            first.send_signal(signal.SIGKILL)
            first.wait()
            wait_for(made, 5 - AT_ONCE)

    make_documents(at=in_truth() + CLAIM + timedelta(seconds=1))
    assert (progress(made).made, progress(made).failed) == (5, 0)
    letters = db.session.scalars(select(Letter).where(Letter.decision_id.is_not(None))).all()
    assert len(letters) == 5 * 3
    assert all(files.store().is_whole(one.sha256 or "") for one in letters)
    every_letter_is_the_one_that_an_undisturbed_worker_makes()
    assert db.session.scalar(select(func.count(Job.id)).where(Job.done_at.is_(None))) == 0


def test_what_two_machines_share_is_done_once(app: Flask) -> None:
    made = a_signed_round(points=(5, 4, 3))
    with a_worker(app, JOBS="dbos", WORKER="first"), a_worker(app, JOBS="dbos", WORKER="second"):
        wait_for(made, 3)
        waited, done, tried = 0.0, _told(), _tried()
        while not _is_finished(done, tried):
            time.sleep(0.05)
            waited += 0.05
            assert waited < PATIENCE.total_seconds(), (done, tried)
            done, tried = _told(), _tried()
    assert {one.executor_id for one in done} <= {"first", "second"}
    assert all(job.tries == 1 for job in tried)
    assert len({one.workflow_uuid for one in done}) == len(done) >= len(tried)


def _told() -> list[Row[Any]]:
    db.session.rollback()
    told = text("SELECT workflow_uuid, executor_id, status FROM dbos.workflow_status")
    return list(db.session.execute(told))


def _tried() -> list[Job]:
    return list(db.session.scalars(select(Job).where(Job.tries > 0)))


def _is_finished(told: list[Row[Any]], tried: list[Job]) -> bool:
    return all(one.status == "SUCCESS" for one in told) and all(job.done_at for job in tried)
