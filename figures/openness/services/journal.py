"""Keeping the journal: every document that has come or gone gets its line and its number."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import Table, func, insert, select

from accounts import audit
from accounts.models import Person
from figures.openness.models import JournalLine
from figures.openness.sources import Document, unkept
from foundation import clock
from foundation.database import db, transaction

_LINES = cast("Table", JournalLine.__table__)


def keep_journal(*, by: Person | None, at: datetime) -> int:
    """Enter what the journal lacks, the oldest of each case first; give how many lines were added.

    Safe to do twice, and by several at once: they come one after another.
    """
    with transaction():
        audit.hold_chain()
        documents = unkept(clock.in_oslo(at).date())
        if documents:
            db.session.execute(insert(_LINES), _numbered(documents, at))
            audit.record(
                "public_journal.kept", subject="public_journal", by=by, at=at, lines=len(documents)
            )
    return len(documents)


def _numbered(documents: Iterable[Document], at: datetime) -> list[dict[str, object]]:
    numbers = select(JournalLine.application_id, func.max(JournalLine.number))
    rows = db.session.execute(numbers.group_by(JournalLine.application_id))
    last = Counter({row[0]: row[1] for row in rows})
    lines: list[dict[str, object]] = []
    for one in documents:
        last[one.application_id] += 1
        lines.append(
            {
                "application_id": one.application_id,
                "number": last[one.application_id],
                "kind": one.kind,
                "source_id": one.source_id,
                "direction": one.direction,
                "dated": clock.in_oslo(one.at).date(),
                "organisation_id": one.organisation_id,
                "kept_at": at,
            }
        )
    return lines
