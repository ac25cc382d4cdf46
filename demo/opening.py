"""Playing openness: the journal is kept, one title is screened, two documents are asked for."""

from datetime import datetime

from sqlalchemy import select

from assessments.queries.gate import hindrance_of
from criteria.disclosure import Ground
from demo.people import Cast
from figures.openness import queries, services
from figures.openness.models import DocumentKind, JournalLine
from foundation.database import db

SCREENED = "Søknad om tilskudd: *** (Demodata)"
WHY = "Tittelen navngir en leverandør som det ble forhandlet med. (Demodata)"
ASKING = ("journalist@avis.example", "student@universitet.example")


def open_up(cast: Cast, *, at: datetime) -> None:
    """Keep the journal of all rounds that have closed, and play some of its use."""
    services.keep_journal(by=None, at=at)
    letters = select(JournalLine.application_id).where(JournalLine.kind == DocumentKind.LETTER)
    asked = db.session.scalars(
        select(JournalLine.id)
        .where(
            JournalLine.kind == DocumentKind.APPLICATION, JournalLine.application_id.in_(letters)
        )
        .order_by(JournalLine.id)
        .limit(3)
    ).all()
    for number, line_id in enumerate(asked):
        _play(cast, number, line_id, at)


def _play(cast: Cast, number: int, line_id: int, at: datetime) -> None:
    line = queries.line(line_id)
    able = [one for one in cast.officers if hindrance_of(one.id, line.application_id) is None]
    if number == 0 and able:
        services.mark(
            line, ground=Ground.BUSINESS, title=SCREENED, reason=WHY, by=able[0], at=at
        )
        return
    services.ask_for_document(
        line, name="", email=ASKING[number % len(ASKING)], said="", by=None, at=at
    )
