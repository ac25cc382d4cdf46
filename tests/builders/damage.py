"""Damage that the database itself would refuse: planted past its triggers, looked at, and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from foundation.database import db


@contextmanager
def planted(*statements: str) -> Iterator[None]:
    """Change rows as somebody with their hands in the database could, until the block ends."""
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        triggers = db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for name in triggers.all():
            db.session.execute(text(f"DROP TRIGGER {name}"))
        db.session.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        db.session.execute(text("SET LOCAL session_replication_role = replica"))
    for statement in statements:
        db.session.execute(text(statement))
    db.session.expire_all()
    yield
    db.session.rollback()
