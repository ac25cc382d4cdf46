"""Acts done at the very same time, each by a thread with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from flask import Flask

from foundation.database import db
from foundation.errors import TilsagnError

T = TypeVar("T")


def at_once(app: Flask, *acts: Callable[[], T]) -> list[T | TilsagnError]:
    """Start all acts together and give what each came to: what it gave, or why it was refused.

    An act reads what it needs by itself, for rows belong to the thread that read them.
    """
    start = Barrier(len(acts))

    def run(act: Callable[[], T]) -> T | TilsagnError:
        with app.app_context():
            start.wait()
            try:
                return act()
            except TilsagnError as refusal:
                return refusal

    db.session.rollback()
    with ThreadPoolExecutor(len(acts)) as threads:
        outcomes = list(threads.map(run, acts))
    db.session.rollback()  # what the test read before is not what it reads afterwards
    return outcomes
