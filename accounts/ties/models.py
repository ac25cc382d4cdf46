"""A person's ties to organisations: home kommune, earlier work, positions, ownership, close family's work."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation
from criteria.impartiality import TieKind
from foundation.database import Model

LONGEST_NOTE = 200


class RegisteredTie(Model):
    """A tie as the person registered it. Never deleted: it is ended, and stays with its period.

    Seen by the person, the nearest leader and the auditor alone.
    """

    __tablename__ = "tie"
    __table_args__ = (
        Index("ix_tie_person_id_id", "person_id", "id"),
        CheckConstraint("to_on IS NULL OR from_on IS NULL OR to_on >= from_on", name="in_order"),
        CheckConstraint("ended_at IS NULL OR to_on IS NOT NULL", name="ended_on_a_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[TieKind]
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    registered_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship(lazy="raise")
