"""Acts on SQLite wait in line for the one who writes, instead of asking again and again whether it is free.

SQLite itself lets a writer that finds another one sleep for longer and longer, and nobody writes until one
of the sleepers wakes: on the last day of a call that is most of the time. The line is a lock on a file beside
the database, for threads and processes alike; the system wakes the next the moment it is let go of, also
when its holder is killed. What keeps two acts apart is still BEGIN IMMEDIATE: the line only orders them.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

SUFFIX = "-turn"
"""What the file is called after the database's own name, as SQLite names its log."""


@contextmanager
def turn(engine: Engine) -> Iterator[None]:
    """Wait until no other act is writing in the same SQLite file; on PostgreSQL nobody waits."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        yield
        return
    with Path(engine.url.database + SUFFIX).open("ab") as line:
        fcntl.flock(line, fcntl.LOCK_EX)
        yield  # closing the file lets go
