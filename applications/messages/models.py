"""Messages that cross between applicant and office. What is internal lies elsewhere, in its own table."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from foundation.database import Model


class Side(StrEnum):
    """Who speaks."""

    APPLICANT = "applicant"
    OFFICE = "office"


class Message(Model):
    """What somebody wrote to the other side. The database refuses to change or remove it."""

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint(
            "(sha256 IS NULL) = (filename IS NULL) AND (sha256 IS NULL) = (media_type IS NULL)"
            " AND (sha256 IS NULL) = (size IS NULL)",
            name="file_is_whole",
        ),
        CheckConstraint("body <> ''", name="says_something"),
        Index("ix_message_application_id_id", "application_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    side: Mapped[Side]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime]
    body: Mapped[str]
    filename: Mapped[str | None] = mapped_column(String(200))
    media_type: Mapped[str | None] = mapped_column(String(100))
    size: Mapped[int | None]
    sha256: Mapped[str | None] = mapped_column(String(64))

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")


class MessageRead(Model):
    """How far a person has read in a case, and for which side."""

    __tablename__ = "message_read"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    side: Mapped[Side]
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"))
    read_at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")


class MessageSettled(Model):
    """That a message from an applicant needs no answer, and who found so."""

    __tablename__ = "message_settled"

    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime]
