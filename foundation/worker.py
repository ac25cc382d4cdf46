"""The background worker: does the jobs that acts have put, one at a time, until it is told to stop."""

import logging
from collections.abc import Callable
from threading import Event

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from foundation import clock, outbox, routines
from foundation.database import move_log

IDLE_SECONDS = 1.0
TROUBLED_SECONDS = 10.0
_log = logging.getLogger(__name__)


def work(app: Flask, stop: Event) -> None:
    """Do jobs until `stop` is set; the job at hand is finished first."""

    def look() -> bool:
        with app.app_context():
            now = clock.now()
            found = outbox.work_once(now) or bool(routines.put_due(now))
            if not found:
                move_log()
        return found

    keep_looking(look, stop)


def keep_looking(look: Callable[[], bool], stop: Event) -> None:
    """Look for work until `stop` is set: again at once where some was found, else a moment later.

    A database that does not answer is waited for: the jobs are still there when it does.
    """
    while not stop.is_set():
        try:
            found = look()
        except SQLAlchemyError:
            _log.exception("the database does not answer; trying again in %s s", TROUBLED_SECONDS)
            stop.wait(TROUBLED_SECONDS)
        else:
            if not found:
                stop.wait(IDLE_SECONDS)
