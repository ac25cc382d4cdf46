"""Acts of the office in the talk with applicants, and its internal notes."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.documents import Upload
from applications.messages import routing
from applications.messages.models import Message, MessageSettled, Side
from applications.messages.queries import waits_for_answer
from applications.messages.refusals import MessageRefusal
from applications.messages.writing import Sender, write
from applications.models import Application
from assessments.queries.gate import hindrance_of, takes_part
from assessments.refusals import Refusal
from assessments.rights import require_words
from assessments.talking.models import InternalNote
from assessments.talking.queries import belongs_to, case_of, is_replaced, office_of
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


def answer_applicant(
    application: Application, *, body: str, upload: Upload | None = None, by: Person, at: datetime
) -> Message:
    """Write to those who apply. Needs the partners; raises RuleBrokenError for who is hindered."""
    with transaction():
        _refuse_hindered(application, by)
        sender = Sender(Side.OFFICE, office_of(by), by)
        message = write(application, sender, body, upload, at)
        routing.tell_applicant(application, at)
    return message


def settle(application: Application, *, by: Person, at: datetime) -> None:
    """Find that the applicant's last message needs no answer. Done twice it is done once."""
    with transaction():
        _refuse_hindered(application, by)
        message = waits_for_answer(application.id)
        if message is not None:
            db.session.add(MessageSettled(message_id=message.id, person_id=by.id, settled_at=at))
            audit.record(
                "message.settled", subject=journal.subject_of(application), by=by, at=at,
                message=message.id,
            )  # fmt: skip


def write_note(application: Application, *, body: str, by: Person, at: datetime) -> InternalNote:
    """Leave a note for the office in a case. There is no way for it to be sent."""
    with transaction():
        _refuse_hindered(application, by)
        note = InternalNote(
            application_id=application.id, person_id=by.id, written_at=at, body=require_words(body)
        )
        db.session.add(note)
        db.session.flush()  # the audit entry names it by id
        audit.record(
            "note.written", subject=journal.subject_of(application), by=by, at=at, note=note.id
        )
    return note


def rewrite_note(note: InternalNote, *, body: str, by: Person, at: datetime) -> InternalNote:
    """Put another wording in a note's place. The earlier one stays, and only its writer may.

    Raises RuleBrokenError: somebody else's, or reworded already.
    """
    with transaction():
        application = case_of(note)
        _refuse_hindered(application, by)
        if note.person_id != by.id:
            raise RuleBrokenError(Refusal.NOTE_OF_ANOTHER)
        if is_replaced(note):
            raise RuleBrokenError(Refusal.NOTE_REWRITTEN)
        later = InternalNote(
            application_id=note.application_id,
            person_id=by.id,
            written_at=at,
            body=require_words(body),
            replaces_id=note.id,
        )
        db.session.add(later)
        db.session.flush()  # the audit entry names it by id
        audit.record(
            "note.rewritten", subject=journal.subject_of(application), by=by, at=at,
            note=later.id, replaces=note.id,
        )  # fmt: skip
    return later


def _refuse_hindered(application: Application, by: Person) -> None:
    """Refuse who may not handle the case; in a draft, who belongs to one of its organisations."""
    locked(application)
    if belongs_to(by, application):
        raise RuleBrokenError(MessageRefusal.OWN_ORGANISATION)
    hindrance = hindrance_of(by.id, application.id) if takes_part(by) else None
    if application.submitted_at is not None and hindrance is not None:
        raise RuleBrokenError(hindrance)
