"""What officers write to each other. It has no side, no recipient and no file: it cannot be sent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model


class InternalNote(Model):
    """A note in a case for the office alone (organinternt dokument, offentleglova § 14)."""

    __tablename__ = "internal_note"
    __table_args__ = (
        Index("ix_internal_note_application_id_id", "application_id", "id"),
        CheckConstraint("body <> ''", name="says_something"),
        UniqueConstraint("replaces_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime]
    body: Mapped[str]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("internal_note.id"))
    """The note as it read before; it stays."""

    person: Mapped[Person] = relationship(lazy="raise")
