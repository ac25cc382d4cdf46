"""What happens in a case when one of its files turns out to be infected: both sides are told."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications import journal
from applications.messages.models import Message
from applications.messages.routing import officers_of
from applications.models import Application, Attachment
from foundation import scans
from foundation.database import db


def note_infection(sha256: str, at: datetime) -> None:
    """Take an infected file out of account in every case that has it, and tell who sent it and the office.

    Inside the transaction that notes the verdict. A document is missing again; a message stays, without
    a file that can be opened.
    """
    attachments = db.session.scalars(
        select(Attachment).where(Attachment.sha256 == sha256, Attachment.infected_at.is_(None))
    ).all()
    for one in attachments:
        one.infected_at = at
        if one.removed_at is None:
            _tell(one.application_id, one.filename, one.uploaded_by_id, at)
    for message in db.session.scalars(select(Message).where(Message.sha256 == sha256)):
        _tell(message.application_id, message.filename or "", message.person_id, at)


def _tell(application_id: int, filename: str, sender_id: int, at: datetime) -> None:
    application = (
        db.session.scalars(
            select(Application)
            .where(Application.id == application_id)
            .options(joinedload(Application.partners))
        )
        .unique()
        .one()
    )
    application.ready_fingerprint = None  # what it lacks now is found out when it is next worked on
    journal.note(application, "infected", by=None, at=at, public=True, name=filename)
    sender = db.session.get_one(Person, sender_id)
    told = [sender, *(officers_of(application) if application.submitted_at else ())]
    tell_persons(
        {one.id: one for one in told}.values(),
        Topic.FILES,
        at=at,
        subject=_l("En fil kan ikke brukes"),
        body=_l(
            "Viruskontrollen har funnet noe i en fil som hører til en søknad. Filen kan ikke "
            "åpnes. Logg inn for å se hvilken. Den som sendte den, må sende den på nytt fra en "
            "trygg maskin."
        ),
    )


scans.when_infected("applications", note_infection)
