"""The rates of interest on late claims that a scheme has had, and what is charged by them. Only added to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from payments.models import Entry


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


class InterestCharge(Model):
    """The days that interest is charged for on a claim; the amount stands in its entry alone.

    It stands until its entry is countered. The database refuses one for days that a standing charge of the
    same claim covers, or that come before it, and to change or delete any.
    """

    __tablename__ = "interest_charge"
    __table_args__ = (
        Index("ix_interest_charge_reclaim_id_last_on", "reclaim_id", "last_on"),
        CheckConstraint("first_on <= last_on", name="days_in_order"),
    )

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entry.id"), primary_key=True, autoincrement=False
    )
    reclaim_id: Mapped[int] = mapped_column(ForeignKey("reclaim.id"))
    first_on: Mapped[date]
    last_on: Mapped[date]

    entry: Mapped[Entry] = relationship(lazy="raise")
