"""Acts of those who apply on messages: write, and read. Nothing is ever changed."""

from datetime import datetime

from accounts.models import Person
from applications.documents import Upload
from applications.messages import queries, routing
from applications.messages.models import Message, MessageRead, Side
from applications.messages.writing import Sender, write
from applications.models import Application
from foundation.database import db, transaction


def ask_office(
    application: Application, *, body: str, upload: Upload | None = None, by: Person, at: datetime
) -> Message:
    """Write to the office, for an organisation that takes part. Needs the application whole."""
    with transaction():
        organisation = queries.speaks_for(application, by)
        message = write(application, Sender(Side.APPLICANT, organisation, by), body, upload, at)
        routing.tell_office(application, at)
    return message


def note_read(application_id: int, side: Side, *, by: Person, at: datetime) -> None:
    """Note that a person has seen every message of a case that there is now."""
    with transaction():
        thread = queries.thread_of(application_id)
        if thread:
            kept = db.session.get(MessageRead, (application_id, by.id))
            if kept is None:
                kept = MessageRead(application_id=application_id, person_id=by.id)
                db.session.add(kept)
            kept.side, kept.message_id, kept.read_at = side, thread[-1].id, at
