"""A journal that is kept, of cases that have gone some way."""

from datetime import datetime

from sqlalchemy import select

from figures.openness import queries, services
from figures.openness.models import DocumentKind, JournalLine
from figures.openness.queries import ShownLine
from foundation.database import db
from tests.builders.decisions import NOW


def a_kept_journal(at: datetime = NOW) -> int:
    """Keep the journal, as the night does."""
    return services.keep_journal(by=None, at=at)


def lines(application_id: int) -> list[ShownLine]:
    """Read a case's lines anew."""
    db.session.expire_all()
    return queries.lines_of(application_id)


def the_line(application_id: int, kind: DocumentKind) -> JournalLine:
    """Find the first line of a kind in a case."""
    found = db.session.scalars(
        select(JournalLine.id)
        .where(JournalLine.application_id == application_id, JournalLine.kind == kind)
        .order_by(JournalLine.number)
    ).first()
    assert found is not None
    return queries.line(found)
