"""What was typed when a session had ended: kept for the person who typed it, and for nobody else.

A page that can be kept carries a mark of whoever it was made for, signed by us. It says whose the text is
when the session no longer does, and nobody else can make it: a form sent from a stranger's page is not kept.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import delete, select

from accounts.models import Person, Typed
from foundation.columns import JsonValue
from foundation.database import db, locked, transaction

KEPT_FOR = timedelta(days=30)
MOST = 1_000_000
"""More than this, in characters, was not typed by a person."""

Pairs = list[tuple[str, str]]


def mark_of(person: Person) -> str:
    """Sign whose page this is."""
    return _signer().dumps(person.id)


def marked(mark: str) -> int | None:
    """Give the id of the person a mark was made for; None when it is not ours."""
    try:
        found = _signer().loads(mark)
    except BadSignature:
        return None
    return found if isinstance(found, int) else None


def keep_typed(path: str, fields: Iterable[tuple[str, str]], *, by: Person, at: datetime) -> None:
    """Keep what a person typed on a page, instead of what was kept of it before.

    What nobody came back for in KEPT_FOR is let go of.
    """
    with transaction():
        locked(by)  # two tabs of one person keep one after the other
        db.session.execute(delete(Typed).where(Typed.kept_at < at - KEPT_FOR))
        row = _find(by, path)
        if row is None:
            row = Typed(person_id=by.id, path=path)
            db.session.add(row)
        row.fields = JsonValue(pairs=[list(pair) for pair in fields])
        row.kept_at = at


def let_go(path: str, *, by: Person) -> None:
    """Forget what was kept of a page: it has been saved, or its writer does not want it."""
    if _find(by, path) is None:
        return
    with transaction():
        db.session.execute(delete(Typed).where(Typed.person_id == by.id, Typed.path == path))


def typed_on(path: str, person: Person) -> Pairs | None:
    """Give what a person had typed on a page when the session ended; None: nothing is kept."""
    row = _find(person, path)
    return None if row is None else [(str(name), str(value)) for name, value in row.fields["pairs"]]


def _find(person: Person, path: str) -> Typed | None:
    return db.session.scalars(
        select(Typed).where(Typed.person_id == person.id, Typed.path == path)
    ).first()


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="accounts.typed")
