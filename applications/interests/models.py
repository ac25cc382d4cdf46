"""An organisation's interest in a later call of a measure."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from foundation.database import Model
from grants.models import Call, Measure

LIVING = "withdrawn_at IS NULL AND told_at IS NULL"


class Interest(Model):
    """A wish to be told when the next call of a measure is published. One living for each of the two."""

    __tablename__ = "interest"
    __table_args__ = (
        Index(
            "uq_interest_living", "organisation_id", "measure_id", unique=True,
            sqlite_where=text(LIVING), postgresql_where=text(LIVING),
        ),
        Index("ix_interest_measure_id", "measure_id"),
        CheckConstraint("withdrawn_at IS NULL OR told_at IS NULL", name="withdrawn_or_told"),
        CheckConstraint("(told_at IS NULL) = (told_of_id IS NULL)", name="told_of_a_call"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    contact_name: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(String(1000))
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    told_of_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    measure: Mapped[Measure] = relationship(lazy="raise")
    registered_by: Mapped[Person] = relationship(lazy="raise")
    told_of: Mapped[Call | None] = relationship(lazy="raise")
