"""The adjustments of cases' payment plans. Only added to, confirmed or taken back."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from foundation.columns import JsonValue
from foundation.database import Model

_OPEN = text("confirmed_at IS NULL AND withdrawn_at IS NULL")


class PlanChange(Model):
    """What is to take the place of a case's unpaid instalments: one proposes it, another confirms it.

    `content` has the parts as they were and as they are to be: year, øre, what releases each, and the day.
    """

    __tablename__ = "plan_change"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="changed_for_a_reason"),
        CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name="confirmed_by_somebody"
        ),
        CheckConstraint(
            "confirmed_by_id IS NULL OR confirmed_by_id <> proposed_by_id",
            name="two_different_persons",
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "confirmed_at IS NULL OR withdrawn_at IS NULL", name="confirmed_or_withdrawn"
        ),
        Index(
            "uq_plan_change_open_application_id",
            "application_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    reason: Mapped[str] = mapped_column(String(500))
    content: Mapped[JsonValue]
    proposed_at: Mapped[datetime]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application] = relationship(lazy="raise")
    proposed_by: Mapped[Person] = relationship(foreign_keys=[proposed_by_id], lazy="raise")
    confirmed_by: Mapped[Person | None] = relationship(
        foreign_keys=[confirmed_by_id], lazy="raise"
    )
