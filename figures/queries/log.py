"""Reading what was taken out, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from figures.models import QueryLog
from figures.sources import SUMMED_IN_KRONER
from foundation.database import db
from foundation.errors import NotFoundError

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


def log_line(number: int) -> QueryLog:
    """Find one thing that was taken out, with person and key. Raises NotFoundError."""
    found = db.session.scalars(
        select(QueryLog)
        .where(QueryLog.id == number)
        .options(joinedload(QueryLog.person), joinedload(QueryLog.token))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def said_filter(log: QueryLog) -> str:
    """Say what of it was chosen."""
    year, edition = log.filter.get("year"), log.filter.get("edition")
    if edition:
        return str(_("Utgave %(number)s", number=edition))
    return str(_("Budsjettåret %(year)s", year=year) if year else _("Alle år"))
