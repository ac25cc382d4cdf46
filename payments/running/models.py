"""The lines of what it costs to run the scheme. Only added to; no money of the grants."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from foundation.money import Ore
from payments.running.kinds import CostKind


class RunningCost(Model):
    """A cost of a year without value added tax, or the counter-line that takes all of one back.

    `source` says where the amount is from (accounts, voucher, letter); of a counter-line, why it is taken
    back. The database refuses to change or delete any.
    """

    __tablename__ = "running_cost"
    __table_args__ = (
        Index("ix_running_cost_scheme_id_year", "scheme_id", "year"),
        CheckConstraint("amount <> 0", name="amount_not_nothing"),
        CheckConstraint("(counters_id IS NULL) = (amount > 0)", name="less_only_by_counter"),
        CheckConstraint("source <> ''", name="has_a_source"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    kind: Mapped[CostKind]
    year: Mapped[int]
    amount: Mapped[Ore]
    happened_on: Mapped[date]
    source: Mapped[str] = mapped_column(String(300))
    counters_id: Mapped[int | None] = mapped_column(ForeignKey("running_cost.id"), unique=True)
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    registered_by: Mapped[Person] = relationship(lazy="raise")
