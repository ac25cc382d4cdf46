"""Applications to use unused money of a year in the next, and what was answered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from foundation.database import Model
from foundation.money import Ore
from payments.books.models import Movement

_OPEN = "decided_at IS NULL AND withdrawn_at IS NULL"


class CarryOver(Model):
    """An application to use a year's unused money in the next (søknad om overføring). One a year is open.

    An officer proposes the answer and somebody with authority signs it. What was decided is divided as
    `criteria.carryover.Split` tells; what of it moved or lapsed is booked by `movement`.
    """

    __tablename__ = "carry_over"
    __table_args__ = (
        Index(
            "uq_carry_over_open",
            "application_id",
            "year",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index("ix_carry_over_application_id_year", "application_id", "year"),
        CheckConstraint("amount > 0", name="amount_above_0"),
        CheckConstraint("amount <= unused", name="amount_within_unused"),
        CheckConstraint("reason <> ''", name="says_why"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "(proposed_at IS NULL) = (proposed_by_id IS NULL)"
            " AND (proposed_at IS NULL) = (granted IS NULL)"
            " AND (proposed_at IS NULL) = (answer = '')",
            name="proposed_by_somebody",
        ),
        CheckConstraint(
            "granted IS NULL OR (granted >= 0 AND granted <= amount)", name="granted_within_asked"
        ),
        CheckConstraint(
            "(decided_at IS NULL) = (decided_by_id IS NULL)"
            " AND (decided_at IS NULL) = (kept IS NULL)"
            " AND (decided_at IS NULL) = (moved IS NULL)"
            " AND (decided_at IS NULL) = (lapsed IS NULL)"
            " AND (decided_at IS NULL) = (owed IS NULL)",
            name="decided_by_somebody",
        ),
        CheckConstraint(
            "decided_at IS NULL OR (proposed_at IS NOT NULL AND withdrawn_at IS NULL)",
            name="decided_was_proposed",
        ),
        CheckConstraint(
            "decided_by_id IS NULL OR decided_by_id <> proposed_by_id", name="two_different_persons"
        ),
        CheckConstraint(
            "decided_at IS NULL OR (kept >= 0 AND moved >= 0 AND lapsed >= 0 AND owed >= 0"
            " AND kept + moved = granted AND lapsed + owed = amount - granted)",
            name="parts_are_the_whole",
        ),
        CheckConstraint(
            "decided_at IS NULL OR (moved + lapsed > 0) = (movement_id IS NOT NULL)",
            name="what_moves_is_booked",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    year: Mapped[int]
    unused: Mapped[Ore]
    """What was unused by the books when it was applied for."""
    amount: Mapped[Ore]
    reason: Mapped[str]
    end_on: Mapped[date]
    """When the project then ends."""
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    granted: Mapped[Ore | None]
    answer: Mapped[str] = mapped_column(default="")
    proposed_at: Mapped[datetime | None]
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kept: Mapped[Ore | None]
    moved: Mapped[Ore | None]
    lapsed: Mapped[Ore | None]
    owed: Mapped[Ore | None]
    movement_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"), unique=True)
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
    proposed_by: Mapped[Person | None] = relationship(foreign_keys=[proposed_by_id], lazy="raise")
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id], lazy="raise")
    movement: Mapped[Movement | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Give what its letter calls it."""
        return f"carry_over:{self.id}"

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither signed nor withdrawn."""
        return self.decided_at is None and self.withdrawn_at is None
