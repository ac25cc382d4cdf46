"""What each person has chosen, what waits to be gathered, and the addresses that are dead."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model


class Topic(StrEnum):
    """What a notice is about."""

    MESSAGES = "messages"
    PARTNERS = "partners"
    REPORTS = "reports"
    RECEIPTS = "receipts"
    DEADLINES = "deadlines"
    DECISIONS = "decisions"
    FILES = "files"
    CALLS = "calls"
    RULINGS = "rulings"
    HEARINGS = "hearings"


class Frequency(StrEnum):
    """How often a person wants notices about something."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class BounceSource(StrEnum):
    """How we know that an address is dead."""

    REFUSED = "refused"
    REPORT = "report"
    PERSON = "person"


class NoticeChoice(Model):
    """How often a person wants notices about a topic; without a row they come at once."""

    __tablename__ = "notice_choice"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    topic: Mapped[Topic] = mapped_column(primary_key=True)
    frequency: Mapped[Frequency]
    chosen_at: Mapped[datetime]


class WaitingNotice(Model):
    """A notice that waits to be gathered with others into one e-mail."""

    __tablename__ = "waiting_notice"
    __table_args__ = (
        Index("ix_waiting_notice_gathered_at_person_id_id", "gathered_at", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    topic: Mapped[Topic]
    subject: Mapped[str] = mapped_column(String(200))
    put_at: Mapped[datetime]
    gathered_at: Mapped[datetime | None]


class DeadAddress(Model):
    """An address that e-mail does not reach, from when, how we know it, and until when it held."""

    __tablename__ = "dead_address"
    __table_args__ = (
        Index(
            "uq_dead_address_living",
            "email",
            unique=True,
            sqlite_where=text("cleared_at IS NULL"),
            postgresql_where=text("cleared_at IS NULL"),
        ),
        CheckConstraint("email = lower(email)", name="email_in_small_letters"),
        CheckConstraint(
            "(source = 'person') = (reported_by_id IS NOT NULL)", name="known_from_somebody"
        ),
        CheckConstraint(
            "(cleared_at IS NULL) = (cleared_by_id IS NULL)", name="cleared_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(200))
    source: Mapped[BounceSource]
    reason: Mapped[str] = mapped_column(String(500))
    reported_at: Mapped[datetime]
    reported_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    cleared_at: Mapped[datetime | None]
    cleared_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    reported_by: Mapped[Person | None] = relationship(foreign_keys=[reported_by_id], lazy="raise")
