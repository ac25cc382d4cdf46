"""Writing a message into a case, inside an act of either side."""

from datetime import datetime
from typing import NamedTuple

from accounts import audit
from accounts.models import Organisation, Person
from applications import journal
from applications.documents import Upload
from applications.messages.models import Message, Side
from applications.messages.refusals import MessageRefusal
from applications.models import Application
from foundation import scans
from foundation.database import db
from foundation.errors import RuleBrokenError


class Sender(NamedTuple):
    """Who speaks, for which organisation, on which side."""

    side: Side
    organisation: Organisation
    person: Person


def write(
    application: Application, sender: Sender, body: str, upload: Upload | None, at: datetime
) -> Message:
    """Write a message, inside the act that has asked whether its sender may. Raises RuleBrokenError."""
    if not body.strip():
        raise RuleBrokenError(MessageRefusal.EMPTY_MESSAGE)
    message = Message(
        application_id=application.id,
        side=sender.side,
        organisation_id=sender.organisation.id,
        person_id=sender.person.id,
        sent_at=at,
        body=body.strip(),
    )
    if upload is not None:
        scans.watch(upload.stored, at)
        message.filename, message.sha256 = upload.filename, upload.stored.sha256
        message.media_type, message.size = upload.stored.media_type, upload.stored.size
    db.session.add(message)
    db.session.flush()  # the audit entry names it by id
    audit.record(
        f"message.from_{sender.side.value}", subject=journal.subject_of(application),
        by=sender.person, at=at, message=message.id, sha256=message.sha256,
    )  # fmt: skip
    return message
