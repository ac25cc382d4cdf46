"""A draft as it was sent out for comment, what organisations said of it, and what was done with that."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation
from foundation.database import Model
from foundation.language import Bilingual
from grants.models import Call


class PointKind(StrEnum):
    """What a point of a draft is."""

    CRITERION = "criterion"
    RULE = "rule"


class Outcome(StrEnum):
    """What was done with what an organisation said."""

    TAKEN_IN = "taken_in"
    PARTLY = "partly"
    NOT_TAKEN_IN = "not_taken_in"
    NOTED = "noted"


class Hearing(Model):
    """A draft call that is open for comment until a date, once. The answers are public with the call."""

    __tablename__ = "hearing"
    __table_args__ = (
        UniqueConstraint("call_id"),
        CheckConstraint(
            "(summary IS NULL) = (summed_up_at IS NULL)"
            " AND (summary IS NULL) = (summed_up_by_id IS NULL)",
            name="summed_up_by_somebody",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    title: Mapped[Bilingual]
    """What the call was called when it was sent out."""
    asked: Mapped[Bilingual]
    """What the office wants to know."""
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    closes_on: Mapped[date]
    summary: Mapped[Bilingual | None]
    summed_up_at: Mapped[datetime | None]
    summed_up_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    call: Mapped[Call] = relationship(lazy="raise")
    points: Mapped[list["HearingPoint"]] = relationship(
        order_by="HearingPoint.position", lazy="raise"
    )


class HearingPoint(Model):
    """A criterion or a rule as it was sent out; the draft may change afterwards, the point does not."""

    __tablename__ = "hearing_point"
    __table_args__ = (
        UniqueConstraint("hearing_id", "position"),
        UniqueConstraint("hearing_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    position: Mapped[int]
    kind: Mapped[PointKind]
    code: Mapped[str] = mapped_column(String(20))
    """A criterion's code; a rule's number in the rule sheet."""
    title: Mapped[Bilingual]
    text: Mapped[Bilingual | None]


class HearingComment(Model):
    """What an organisation said of a point, or (without one) of the whole draft (høringsinnspill)."""

    __tablename__ = "hearing_comment"
    __table_args__ = (
        Index("ix_hearing_comment_hearing_id_organisation_id", "hearing_id", "organisation_id"),
        ForeignKeyConstraint(
            ["hearing_id", "point_id"], ["hearing_point.hearing_id", "hearing_point.id"]
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint("withdrawn_at >= given_at", name="withdrawn_after_it_was_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    point_id: Mapped[int | None]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    text: Mapped[str] = mapped_column(String(4000))
    given_at: Mapped[datetime]
    given_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    answers: Mapped[list["HearingAnswer"]] = relationship(
        secondary="hearing_answered", order_by="HearingAnswer.id", lazy="raise", viewonly=True
    )

    @property
    def answer(self) -> "HearingAnswer | None":
        """What holds of the answers: the last one. Needs them loaded."""
        return self.answers[-1] if self.answers else None


class HearingAnswer(Model):
    """What was done with one or more comments, and why. A later answer to a comment replaces it."""

    __tablename__ = "hearing_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    outcome: Mapped[Outcome]
    reason: Mapped[Bilingual]
    answered_at: Mapped[datetime]
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class HearingAnswered(Model):
    """That an answer is about a comment."""

    __tablename__ = "hearing_answered"
    __table_args__ = (Index("ix_hearing_answered_comment_id", "comment_id"),)

    answer_id: Mapped[int] = mapped_column(ForeignKey("hearing_answer.id"), primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("hearing_comment.id"), primary_key=True)
