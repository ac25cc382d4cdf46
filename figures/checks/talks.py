"""Checks of the talk between the sides: who speaks for whom, and that both versions are kept."""

from collections.abc import Iterator

from sqlalchemy import select

from accounts.models import Organisation, OrganisationKind
from applications.corrections.models import Correction
from applications.messages.models import Message, MessageRead, Side
from applications.models import Attachment, Deficiency
from foundation.database import db
from foundation.scans import Scan, ScanState


def wrong_talks() -> Iterator[str]:
    """Name each message on the wrong side, each reading of another case, and each version that is lost."""
    agency = Organisation.kind == OrganisationKind.AGENCY
    for number in db.session.scalars(
        select(Message.id)
        .join(Organisation, Organisation.id == Message.organisation_id)
        .where((Message.side == Side.OFFICE) != agency)
        .order_by(Message.id)
    ):
        yield f"message {number} is on the other side than its organisation"
    for case, person in db.session.execute(
        select(MessageRead.application_id, MessageRead.person_id)
        .join(Message, Message.id == MessageRead.message_id)
        .where(Message.application_id != MessageRead.application_id)
        .order_by(MessageRead.application_id, MessageRead.person_id)
    ):
        yield f"person {person} has read a message of another case in {case}"
    for asked, section in db.session.execute(
        select(Correction.deficiency_id, Correction.section)
        .join(Deficiency, Deficiency.id == Correction.deficiency_id)
        .where(Correction.after.is_(None) != Deficiency.answered_at.is_(None))
        .order_by(Correction.deficiency_id)
    ):
        yield f"deficiency {asked} lacks a version of {section.value}"


def wrong_verdicts() -> Iterator[str]:
    """Name each document whose account of infection differs from the verdict on its file."""
    infected = Scan.state == ScanState.INFECTED
    for number in db.session.scalars(
        select(Attachment.id)
        .outerjoin(Scan, (Scan.sha256 == Attachment.sha256) & infected)
        .where(Scan.sha256.is_(None) != Attachment.infected_at.is_(None))
        .order_by(Attachment.id)
    ):
        yield f"attachment {number} and the verdict on its file disagree"
