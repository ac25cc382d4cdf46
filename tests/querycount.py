"""Counting what a page asks the database, so that no list asks once for every row."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from foundation.database import db

TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Asked:
    """The statements that were sent."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    @property
    def number(self) -> int:
        """How many there were."""
        return len(self.statements)


@contextmanager
def asked() -> Iterator[Asked]:
    """Note every statement that is sent to the app's database while it lasts."""
    heard = Asked()

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(TRANSACTION):
            heard.statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)
