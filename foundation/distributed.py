"""The background worker on DBOS, for installations with many workers on several machines.

Jobs lie in our own table all the same, put in the act's own transaction (`foundation.outbox`). Each worker
tells DBOS of those that are due, under a name made of the job and of the moment it was due, so that however
many tell of it, it is queued once; DBOS shares them out. What a lost machine had begun is due again
when its claim runs out, under a new name: nobody needs to notice that the machine is gone.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from foundation import clock, outbox, routines
from foundation.settings import Settings
from foundation.worker import IDLE_SECONDS, TROUBLED_SECONDS

NAME = QUEUE = "tilsagn"
AT_ONCE, ASKED_EVERY = 1, 0.1
"""How many jobs a worker does at a time, and the seconds between its questions for more.

A letter keeps a core busy; more workers are easily started.
"""
TOLD_AT_ONCE = 100
KEPT, SWEPT_EVERY = timedelta(days=1), timedelta(hours=1)
"""How long DBOS remembers what is done; our own table remembers for good."""
FINISHING_SECONDS = 120
_log = logging.getLogger(__name__)

Work = Callable[[int, str], bool]


def work(app: Flask, stop: Event) -> None:
    """Do jobs until `stop` is set; those at hand are finished first."""
    settings: Settings = app.extensions["tilsagn"]
    DBOS(config=_configured(settings))
    do_job = _declared(app)
    DBOS.launch()
    try:
        DBOS.register_queue(
            QUEUE,
            worker_concurrency=AT_ONCE,
            polling_interval_sec=ASKED_EVERY,
            on_conflict="always_update",
        )
        _tell_and_sweep(app, do_job, stop)
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=FINISHING_SECONDS)


def _configured(settings: Settings) -> DBOSConfig:
    return {
        "name": NAME,
        "system_database_url": settings.database_url,
        "executor_id": settings.worker,
        # A job is named by its number alone, so a newer program may go on with what an older one queued.
        "application_version": NAME,
        "serializer": DBOSPortableJSONSerializer(),
        "log_level": "WARNING",
        "run_migrations": True,
    }


def _declared(app: Flask) -> Work:
    """Tell DBOS of the one thing that it shares out."""

    @DBOS.workflow(name="do_job")
    def do_job(job_id: int, due_at: str) -> bool:
        with app.app_context():
            return outbox.work_on(job_id, datetime.fromisoformat(due_at), clock.now())

    return do_job


def _tell_and_sweep(app: Flask, do_job: Work, stop: Event) -> None:
    swept_at = clock.now()
    told: set[str] = set()
    while not stop.is_set():
        now = clock.now()
        try:
            with app.app_context():
                routines.put_due(now)
                due = outbox.due(now, TOLD_AT_ONCE)
            told = _told(do_job, due, told)
            if now - swept_at > SWEPT_EVERY:
                _sweep(now - KEPT)
                swept_at = now
        except SQLAlchemyError:
            _log.exception("the database does not answer; trying again in %s s", TROUBLED_SECONDS)
            stop.wait(TROUBLED_SECONDS)
        else:
            stop.wait(IDLE_SECONDS)


def _told(do_job: Work, due: list[tuple[int, datetime]], told: set[str]) -> set[str]:
    """Queue what is due and not told of yet; give the names of all that is due."""
    named = {f"job-{job_id}-{due_at.isoformat()}": (job_id, due_at) for job_id, due_at in due}
    for name in named.keys() - told:
        job_id, due_at = named[name]
        with SetWorkflowID(name):
            DBOS.enqueue_workflow(QUEUE, do_job, job_id, due_at.isoformat())
    return set(named)


def _sweep(before: datetime) -> None:
    """Let DBOS forget what was done long ago."""
    done = DBOS.list_workflows(
        queue_name=QUEUE,
        status="SUCCESS",
        completed_before=before.isoformat(),
        load_input=False,
        load_output=False,
    )
    DBOS.delete_workflows([one.workflow_id for one in done])
