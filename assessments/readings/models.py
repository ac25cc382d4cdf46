"""That a third reader is asked for, and marks that are moderated. Neither ever changes an officer's mark."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from criteria.reading import ThirdBecause
from foundation.columns import JsonValue
from foundation.database import Model
from grants.models import Criterion


class ThirdReading(Model):
    """A third reader asked for in a round of assessment: why, and whose readings it comes beside.

    `adds_to` is the round of the first two: this one, or an earlier one when the case was sent back for
    nothing but a third reading. `because` is {"because": [ThirdBecause, …]}. `asked_by` is nobody where
    the call's own limits asked.
    """

    __tablename__ = "third_reading"
    __table_args__ = (
        UniqueConstraint("application_id", "round"),
        CheckConstraint("adds_to <= round", name="adds_to_what_is_read"),
        CheckConstraint(
            "asked_by_id IS NULL OR length(trim(reason)) > 0", name="somebody_gives_a_reason"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    round: Mapped[int]
    adds_to: Mapped[int]
    because: Mapped[JsonValue]
    reason: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    asked_by: Mapped[Person | None] = relationship(lazy="raise")

    @property
    def grounds(self) -> tuple[ThirdBecause, ...]:
        """Give why it was asked for."""
        return tuple(ThirdBecause(one) for one in self.because["because"])


class Moderation(Model):
    """A mark for a criterion agreed after the independent ones, with a reason of its own.

    It stands instead of what the officers' marks give; theirs stay as they are. The newest counts.
    """

    __tablename__ = "moderation"
    __table_args__ = (
        Index("ix_moderation_application_id_round", "application_id", "round"),
        CheckConstraint("points >= 0", name="mark_not_negative"),
        CheckConstraint("length(trim(reason)) > 0", name="mark_has_a_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    round: Mapped[int]
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"))
    points: Mapped[int]
    reason: Mapped[str]
    moderated_at: Mapped[datetime]
    moderated_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    criterion: Mapped[Criterion] = relationship(lazy="raise")
    moderated_by: Mapped[Person] = relationship(lazy="raise")
