"""What is complained of, what the office found, and what the appeal body came to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from criteria.appeal import Leave, Result, Ruling, Timeliness
from decisions.models import Decision
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import Ore


class Complaint(Model):
    """An organisation's complaint of a decision, from its draft on; what was sent in is never changed.

    `came`, `last_day` and `counting` keep how the time was judged when it was sent. `leave`: why a late
    one is taken up all the same. It is closed when nothing more is to be done with it.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        Index(
            "uq_complaint_living",
            "decision_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index("ix_complaint_application_id_id", "application_id", "id"),
        Index("ix_complaint_closed_at_submitted_at", "closed_at", "submitted_at"),
        CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)", name="submitted_by_somebody"
        ),
        CheckConstraint("(submitted_at IS NULL) = (came IS NULL)", name="submitted_is_timed"),
        CheckConstraint(
            "submitted_at IS NULL OR (wanted <> '' AND grounds <> '')", name="submitted_says_something"
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "withdrawn_at IS NULL OR submitted_at IS NOT NULL", name="withdrawn_was_submitted"
        ),
        CheckConstraint("(leave IS NULL) = (leave_at IS NULL)", name="leave_has_a_moment"),
        CheckConstraint("(leave IS NULL) = (leave_by_id IS NULL)", name="leave_by_somebody"),
        CheckConstraint(
            "leave IS NULL OR (came = 'late' AND leave_reason <> '')", name="leave_is_for_the_late"
        ),
        CheckConstraint("closed_at IS NULL OR submitted_at IS NOT NULL", name="closed_was_submitted"),
        CheckConstraint("withdrawn_at IS NULL OR closed_at IS NOT NULL", name="withdrawn_is_closed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    wanted: Mapped[str] = mapped_column(default="")
    grounds: Mapped[str] = mapped_column(default="")
    late_because: Mapped[str] = mapped_column(default="")
    begun_at: Mapped[datetime]
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    submitted_at: Mapped[datetime | None]
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    came: Mapped[Timeliness | None]
    last_day: Mapped[date | None]
    counting: Mapped[JsonValue | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    leave: Mapped[Leave | None]
    leave_reason: Mapped[str] = mapped_column(default="")
    leave_at: Mapped[datetime | None]
    leave_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    decision: Mapped[Decision] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    begun_by: Mapped[Person] = relationship(foreign_keys=[begun_by_id], lazy="raise")
    submitted_by: Mapped[Person | None] = relationship(
        foreign_keys=[submitted_by_id], lazy="raise"
    )
    leave_by: Mapped[Person | None] = relationship(foreign_keys=[leave_by_id], lazy="raise")
    files: Mapped[list["ComplaintFile"]] = relationship(order_by="ComplaintFile.id", lazy="raise")
    rulings: Mapped[list["ComplaintRuling"]] = relationship(
        order_by="ComplaintRuling.number", lazy="raise"
    )
    forwarding: Mapped["ComplaintForwarding | None"] = relationship(lazy="raise", uselist=False)

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Name it in the audit trail."""
        return f"complaint:{self.id}"

    @property
    def is_open(self) -> bool:
        """Tell whether it was sent in and is not closed: what it disputes waits."""
        return self.submitted_at is not None and self.closed_at is None


class ComplaintFile(Model):
    """A document with a complaint; the bytes lie by their checksum in the file store."""

    __tablename__ = "complaint_file"
    __table_args__ = (
        Index("ix_complaint_file_complaint_id_id", "complaint_id", "id"),
        CheckConstraint(
            "(removed_at IS NULL) = (removed_by_id IS NULL)", name="removed_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    uploaded_at: Mapped[datetime]
    uploaded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class ComplaintRuling(Model):
    """What the office found when it looked at its decision again: prepared by one, confirmed by another.

    Never overwritten: another ruling has a higher number. A reversal has a drafted decision, and is
    confirmed when that is published, by who signed it. `reason` is what the party and the appeal body read.
    """

    __tablename__ = "complaint_ruling"
    __table_args__ = (
        UniqueConstraint("complaint_id", "number"),
        Index(
            "uq_complaint_ruling_confirmed",
            "complaint_id",
            unique=True,
            sqlite_where=text("confirmed_at IS NOT NULL"),
            postgresql_where=text("confirmed_at IS NOT NULL"),
        ),
        Index("ix_complaint_ruling_decision_id", "decision_id"),
        CheckConstraint("reason <> ''", name="says_why"),
        CheckConstraint("amount IS NULL OR amount > 0", name="amount_above_0"),
        CheckConstraint("(amount IS NULL) = (decision_id IS NULL)", name="money_has_a_decision"),
        CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name="confirmed_by_somebody"
        ),
        CheckConstraint(
            "confirmed_by_id IS NULL OR confirmed_by_id <> prepared_by_id", name="four_eyes"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    number: Mapped[int]
    ruling: Mapped[Ruling]
    amount: Mapped[Ore | None]
    reason: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    prepared_at: Mapped[datetime]
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    prepared_by: Mapped[Person] = relationship(foreign_keys=[prepared_by_id], lazy="raise")
    confirmed_by: Mapped[Person | None] = relationship(
        foreign_keys=[confirmed_by_id], lazy="raise"
    )


class ComplaintForwarding(Model):
    """A complaint on its way to the appeal body: the party's comment, and what came back.

    The statement is the reason of the confirmed ruling. A reversal or a return is acted on by a new
    decision; `acted_at` is when that was published.
    """

    __tablename__ = "complaint_forwarding"
    __table_args__ = (
        Index("ix_complaint_forwarding_decision_id", "decision_id"),
        CheckConstraint(
            "(commented_at IS NULL) = (commented_by_id IS NULL)", name="commented_by_somebody"
        ),
        CheckConstraint("(commented_at IS NULL) = (comment = '')", name="comment_has_a_moment"),
        CheckConstraint("(sent_at IS NULL) = (sent_by_id IS NULL)", name="sent_by_somebody"),
        CheckConstraint("(result IS NULL) = (registered_at IS NULL)", name="result_has_a_moment"),
        CheckConstraint(
            "(result IS NULL) = (registered_by_id IS NULL)", name="result_by_somebody"
        ),
        CheckConstraint("(result IS NULL) = (decided_on IS NULL)", name="result_has_a_date"),
        CheckConstraint("result IS NULL OR sent_at IS NOT NULL", name="result_was_asked_for"),
        CheckConstraint(
            "acted_at IS NULL OR result IN ('reversed', 'sent_back')", name="acted_on_a_change"
        ),
    )

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    told_at: Mapped[datetime]
    comment_due_on: Mapped[date]
    comment: Mapped[str] = mapped_column(default="")
    commented_at: Mapped[datetime | None]
    commented_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime | None]
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    result: Mapped[Result | None]
    result_text: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    registered_at: Mapped[datetime | None]
    registered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    acted_at: Mapped[datetime | None]

    commented_by: Mapped[Person | None] = relationship(
        foreign_keys=[commented_by_id], lazy="raise"
    )


class ReasonsRequest(Model):
    """A party's request for the reasons that a letter left out, and the office's answer."""

    __tablename__ = "reasons_request"
    __table_args__ = (
        UniqueConstraint("decision_id", "organisation_id"),
        Index("ix_reasons_request_answered_at_asked_at", "answered_at", "asked_at"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
        CheckConstraint("(answered_at IS NULL) = (answer = '')", name="answer_has_a_moment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    decision: Mapped[Decision] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
