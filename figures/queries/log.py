"""Reading what was taken out, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from figures.models import QueryLog
from figures.sources import SUMMED_IN_KRONER
from foundation.database import db

SIZE = 20


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, and the id that the next page comes after; None where the log ends."""

    rows: Sequence[QueryLog]
    after: int | None
    in_kroner: frozenset[str] = SUMMED_IN_KRONER
    """What has an amount for its control sum."""


def log_page(
    *, person_id: int | None = None, after: int | None = None, size: int = SIZE
) -> LogPage:
    """Give what everybody, or one person, has taken out, with person and key. One query."""
    statement = (
        select(QueryLog)
        .options(joinedload(QueryLog.person), joinedload(QueryLog.token))
        .order_by(QueryLog.id.desc())
        .limit(size + 1)
    )
    if person_id is not None:
        statement = statement.where(QueryLog.person_id == person_id)
    if after is not None:
        statement = statement.where(QueryLog.id < after)
    found = db.session.scalars(statement).all()
    return LogPage(found[:size], found[size - 1].id if len(found) > size else None)
