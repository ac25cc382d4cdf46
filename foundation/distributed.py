"""The background worker on DBOS, for installations with many workers on several machines.

Jobs lie in our own table all the same, put in the act's own transaction (`foundation.outbox`). Each worker
tells DBOS of those that are due, under a name made of the job and of the moment it was due, so that however
many tell of it, it is queued once; DBOS shares them out. What a lost machine had begun is due again
when its claim runs out, under a new name: nobody needs to notice that the machine is gone.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from flask import Flask

from foundation import clock, outbox, routines
from foundation.settings import Settings
from foundation.worker import keep_looking

NAME = QUEUE = "tilsagn"
AT_ONCE, ASKED_EVERY = 1, 0.1
"""How many jobs a worker does at a time, and the seconds between its questions for more.

A letter keeps a core busy; more workers are easily started.
"""
TOLD_AT_ONCE = 100
KEPT, SWEPT_EVERY = timedelta(days=1), timedelta(hours=1)
"""How long DBOS remembers what is done; our own table remembers for good."""
FINISHING_SECONDS = 120

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
        keep_looking(_Teller(app, do_job).look, stop)
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


class _Teller:
    """Tells DBOS what is due, and now and then lets it forget what was done long ago."""

    def __init__(self, app: Flask, do_job: Work) -> None:
        self._app = app
        self._do_job = do_job
        self._told: set[str] = set()
        self._swept_at = clock.now()

    def look(self) -> bool:
        """Tell of what is due; others do it, so there is nothing to look for again at once."""
        now = clock.now()
        with self._app.app_context():
            routines.put_due(now)
            due = outbox.due(now, TOLD_AT_ONCE)
        self._tell(due)
        if now - self._swept_at > SWEPT_EVERY:
            _sweep(now - KEPT)
            self._swept_at = now
        return False

    def _tell(self, due: list[tuple[int, datetime]]) -> None:
        """Queue what is due and not told of yet."""
        named = {f"job-{job_id}-{due_at.isoformat()}": (job_id, due_at) for job_id, due_at in due}
        for name in named.keys() - self._told:
            job_id, due_at = named[name]
            with SetWorkflowID(name):
                DBOS.enqueue_workflow(QUEUE, self._do_job, job_id, due_at.isoformat())
        self._told = set(named)


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
