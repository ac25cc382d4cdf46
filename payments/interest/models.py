"""The rates of interest on late claims that a scheme has had. Only added to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model


class InterestRate(Model):
    """A rate that holds from a day on, and by what rule. 0: no interest from that day."""

    __tablename__ = "interest_rate"
    __table_args__ = (
        UniqueConstraint("scheme_id", "from_on"),
        CheckConstraint("basis_points BETWEEN 0 AND 3000", name="rate_within_bounds"),
        CheckConstraint("source <> ''", name="has_a_source"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    from_on: Mapped[date]
    basis_points: Mapped[int]
    source: Mapped[str] = mapped_column(String(300))
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    set_by: Mapped[Person] = relationship(lazy="raise")
