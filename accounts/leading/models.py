"""The line of command: who is a person's nearest leader, from a day until another line says otherwise."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model


class Leadership(Model):
    """From a day on a person has this leader, or none. Only added to: the newest line of a day holds."""

    __tablename__ = "leadership"
    __table_args__ = (
        Index("ix_leadership_person_id_from_on_id", "person_id", "from_on", "id"),
        Index("ix_leadership_leader_id", "leader_id"),
        CheckConstraint("leader_id <> person_id", name="nobody_leads_oneself"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    leader: Mapped[Person | None] = relationship(foreign_keys=[leader_id], lazy="raise")
    set_by: Mapped[Person] = relationship(foreign_keys=[set_by_id], lazy="raise")
