"""The budget as the handler approves it. A new going-through supersedes the last; none is edited."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from foundation.money import Ore
from grants.models import Activity


class ApprovedBudget(Model):
    """One going-through of the budget of a case. The newest counts."""

    __tablename__ = "approved_budget"
    __table_args__ = (Index("ix_approved_budget_application_id_id", "application_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    approved_at: Mapped[datetime]
    approved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    approved_by: Mapped[Person] = relationship(lazy="raise")
    lines: Mapped[list["ApprovedLine"]] = relationship(
        order_by="ApprovedLine.activity_id", lazy="raise"
    )


class ApprovedLine(Model):
    """What is approved of what was asked for an activity; less than asked has a reason."""

    __tablename__ = "approved_line"
    __table_args__ = (
        CheckConstraint("approved >= 0 AND approved <= asked", name="approved_within_asked"),
        CheckConstraint("approved = asked OR length(trim(reason)) > 0", name="less_has_a_reason"),
    )

    approved_budget_id: Mapped[int] = mapped_column(
        ForeignKey("approved_budget.id"), primary_key=True
    )
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    asked: Mapped[Ore]
    approved: Mapped[Ore]
    reason: Mapped[str]

    activity: Mapped[Activity] = relationship(lazy="raise")
