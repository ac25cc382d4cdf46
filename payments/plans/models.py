"""The versions of cases' payment plans, and the facts that have let money fall due. Only added to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from criteria.instalments import Trigger
from foundation.columns import JsonValue
from foundation.database import Model
from payments.plans.kinds import PlanOrigin


class PlanVersion(Model):
    """How a case's grant was to be paid from a moment on, and why. None is changed; the last one holds.

    `content` has every part as it stood then (`payments.plans.versions`).
    """

    __tablename__ = "plan_version"
    __table_args__ = (
        UniqueConstraint("application_id", "number"),
        CheckConstraint("number > 0", name="numbered_from_1"),
        CheckConstraint("origin <> 'plan_adjusted' OR reason <> ''", name="adjusted_for_a_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    origin: Mapped[PlanOrigin]
    reason: Mapped[str]
    content: Mapped[JsonValue]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    made_by: Mapped[Person | None] = relationship(lazy="raise")


class PlanFact(Model):
    """A report that is approved, so that money waiting for it falls due. `year`: None for the final one."""

    __tablename__ = "plan_fact"
    __table_args__ = (UniqueConstraint("application_id", "trigger", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    trigger: Mapped[Trigger]
    year: Mapped[int | None]
    happened_at: Mapped[datetime]
