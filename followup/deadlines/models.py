"""What is asked for when a report cannot be in time, and the answer."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from followup.models import Duty
from foundation.database import Model

_OPEN = "answered_at IS NULL"


class DutyExtension(Model):
    """A request to report later (utsettelse). One is open for a duty; an answered one stays.

    `due_before` is the day that held when it was asked; `granted_on` the day that holds from the answer.
    """

    __tablename__ = "duty_extension"
    __table_args__ = (
        Index(
            "uq_duty_extension_open",
            "duty_id",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index("ix_duty_extension_duty_id", "duty_id"),
        CheckConstraint("wanted_on > due_before", name="wanted_is_later"),
        CheckConstraint("reason <> ''", name="says_why"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
        CheckConstraint(
            "answered_at IS NOT NULL OR granted_on IS NULL", name="granted_is_answered"
        ),
        CheckConstraint("granted_on IS NULL OR granted_on > due_before", name="granted_is_later"),
        CheckConstraint(
            "answered_at IS NULL OR granted_on IS NOT NULL OR answer <> ''", name="refused_says_why"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"))
    due_before: Mapped[date]
    wanted_on: Mapped[date]
    reason: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    granted_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    duty: Mapped[Duty] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id], lazy="raise")
