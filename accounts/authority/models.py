"""The lines that give a person an authority for amounts, or take it back. Only added to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from criteria.authority import AuthorityKind
from foundation.database import Model
from foundation.money import Ore


class Authority(Model):
    """From a day on a person may do something up to an amount in øre; without one, no longer at all.

    The newest line of a kind holds (`criteria.authority`). One person gives it to another; the installation's
    first may be given by nobody.
    """

    __tablename__ = "authority"
    __table_args__ = (
        Index("ix_authority_person_id_kind_from_on_id", "person_id", "kind", "from_on", "id"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days_in_order"),
        CheckConstraint("amount IS NOT NULL OR to_on IS NULL", name="taken_back_for_good"),
        CheckConstraint("given_by_id <> person_id", name="nobody_gives_oneself"),
        CheckConstraint("reason <> ''", name="given_for_a_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[AuthorityKind]
    amount: Mapped[Ore | None]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    reason: Mapped[str]
    given_at: Mapped[datetime]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="raise")
    given_by: Mapped[Person | None] = relationship(foreign_keys=[given_by_id], lazy="raise")
