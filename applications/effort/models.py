"""What an applicant says that the application took."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Model


class EffortSaid(Model):
    """The minutes that an application took in all, as its lead says. Only added to: the last one counts."""

    __tablename__ = "effort_said"
    __table_args__ = (
        Index("ix_effort_said_application_id_id", "application_id", "id"),
        CheckConstraint("minutes > 0", name="took_some_time"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    minutes: Mapped[int]
    said_at: Mapped[datetime]
    said_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
