"""Waiting in line for what one at a time may do, and the line that acts on SQLite wait in.

SQLite itself lets a writer that finds another one sleep for longer and longer, and nobody writes until one
of the sleepers wakes: on the last day of a call that is most of the time. A line is a lock on a file, for
threads and processes alike; the system wakes the next the moment it is let go of, also when its holder is
killed. What keeps two acts apart is still BEGIN IMMEDIATE: the line only orders them.

On PostgreSQL acts wait for each other only where they must, such as for the audit trail's last link. Were
that held until the disk has the act, the disk would say how many acts there are in a second. So it is held
until the act is committed, and the act then waits for the disk among others: nobody is told before. What a
later act builds on cannot be lost alone: the log has one order, and the later act comes after it there.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from foundation.together import later, waiting_on

SUFFIX = "-turn"
"""What the file is called after the database's own name, as SQLite names its log."""
_HOLD = text("SELECT set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(:number)")


@contextmanager
def in_line(file: Path) -> Iterator[None]:
    """Wait until nobody else is in the block with this file, in any thread or process."""
    with file.open("ab") as line:
        fcntl.flock(line, fcntl.LOCK_EX)
        yield  # closing the file lets go


@contextmanager
def turn(engine: Engine) -> Iterator[None]:
    """Wait until no other act is writing in the same SQLite file; on PostgreSQL nobody waits."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        yield
        return
    with in_line(Path(engine.url.database + SUFFIX)):
        yield


def hold(connection: Connection, number: int) -> None:
    """Wait for what one act at a time may have, and hold it until the act is committed, on PostgreSQL.

    It is asked for with the next question. The commit does not wait for the disk, but a mark after it does.
    """
    later(connection, _HOLD, {"number": number})
    waiting_on(connection).to_disk = True
