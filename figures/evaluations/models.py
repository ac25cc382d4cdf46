"""The yearly evaluation of a measure, in versions, and the changes that it proposes (inv. 194)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.language import Bilingual
from grants.models import Call, Measure

_UNSIGNED = "signed_at IS NULL"


class Standing(StrEnum):
    """What has become of a proposed change."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REJECTED = "rejected"


class Evaluation(Model):
    """A version of a measure's evaluation of a year. One that is signed is never written in again.

    `figures` is {code: number} as they were when it was signed, amounts in øre; `seal` is the
    checksum of everything that was signed. The database lets nobody write in what is signed.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("measure_id", "year", "number"),
        Index(
            "uq_evaluation_unsigned", "measure_id", "year", unique=True,
            sqlite_where=text(_UNSIGNED), postgresql_where=text(_UNSIGNED),
        ),
        CheckConstraint("number > 0", name="number_above_0"),
        CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)"
            " AND (signed_at IS NULL) = (figures IS NULL) AND (signed_at IS NULL) = (seal IS NULL)",
            name="signed_by_somebody",
        ),
        CheckConstraint(
            "signed_by_id IS NULL OR signed_by_id <> written_by_id", name="signed_by_another"
        ),
        CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)", name="published_by_somebody"
        ),
        CheckConstraint(
            "published_at IS NULL OR signed_at IS NOT NULL", name="signed_before_published"
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    year: Mapped[int]
    number: Mapped[int]
    learnt: Mapped[Bilingual]
    """What the year taught."""
    assessment: Mapped[Bilingual]
    """What the office makes of it."""
    written_at: Mapped[datetime]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    """Who wrote in it last."""
    figures: Mapped[JsonValue | None]
    seal: Mapped[str | None] = mapped_column(String(64))
    signed_at: Mapped[datetime | None]
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime | None]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    measure: Mapped[Measure] = relationship(lazy="raise")
    written_by: Mapped[Person] = relationship(foreign_keys=[written_by_id], lazy="raise")
    signed_by: Mapped[Person | None] = relationship(foreign_keys=[signed_by_id], lazy="raise")
    proposals: Mapped[list["ProposedChange"]] = relationship(
        order_by="ProposedChange.id", back_populates="evaluation", lazy="raise"
    )

    @property
    def subject(self) -> str:
        """Give what the audit trail calls it."""
        return f"evaluation:{self.id}"


class ProposedChange(Model):
    """A change to the measure or its calls, why, what the leader said, and the call that took it in."""

    __tablename__ = "proposed_change"
    __table_args__ = (
        Index("ix_proposed_change_evaluation_id", "evaluation_id"),
        CheckConstraint(
            "(standing = 'proposed') = (settled_at IS NULL)"
            " AND (settled_at IS NULL) = (settled_by_id IS NULL)"
            " AND (settled_at IS NULL) = (settled_why = '')",
            name="settled_by_somebody",
        ),
        CheckConstraint("call_id IS NULL OR standing = 'adopted'", name="adopted_before_taken_in"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"))
    change: Mapped[Bilingual]
    reason: Mapped[Bilingual]
    standing: Mapped[Standing]
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_why: Mapped[str] = mapped_column(default="")
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    """The first edition of the call that it was taken in by."""

    evaluation: Mapped[Evaluation] = relationship(back_populates="proposals", lazy="raise")
    call: Mapped[Call | None] = relationship(lazy="raise")
