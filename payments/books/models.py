"""The books' own tables: movements, the balances that the database keeps, and closed months."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from foundation.money import Ore


class MovementKind(StrEnum):
    """Why money goes from one place in the ledger to another."""

    TRANSFER = "transfer"
    """Omdisponering: between posts or years, as parliament or the ministry has decided."""
    CARRY_OVER = "carry_over"
    """Unused money of a post, taken along to the next year."""
    REPAID = "repaid"
    """What a recipient has paid back, and so is promised no more."""
    CARRIED = "carried"
    """What a case has unused of a year, promised for the next instead, or promised no more."""
    REDUCED = "reduced"
    """What a case is promised no more because its grant was made less (avkorting)."""
    REVERSAL = "reversal"


BY_THEIR_OWN_ACT = frozenset({MovementKind.CARRIED, MovementKind.REDUCED})
"""Movements that a case's instalments have followed: they are not just taken back in the books."""


class Movement(Model):
    """An act that books more than one entry; what goes between posts and years adds up to 0.

    `authority` says by what right; a carry-over also keeps the document that gives it.
    """

    __tablename__ = "movement"
    __table_args__ = (
        CheckConstraint("authority <> ''", name="has_an_authority"),
        CheckConstraint("(sha256 IS NULL) = (filename IS NULL)", name="document_has_a_name"),
        CheckConstraint(
            "kind <> 'carry_over' OR sha256 IS NOT NULL", name="carry_over_has_its_document"
        ),
        CheckConstraint(
            "(kind = 'reversal') = (counters_id IS NOT NULL)", name="reversal_counters_a_movement"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[MovementKind]
    authority: Mapped[str] = mapped_column(String(300))
    filename: Mapped[str | None] = mapped_column(String(200))
    media_type: Mapped[str | None] = mapped_column(String(100))
    sha256: Mapped[str | None] = mapped_column(String(64))
    counters_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"), unique=True)
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    made_by: Mapped[Person | None] = relationship(lazy="raise")


class PostBalance(Model):
    """What the entries of a post and budget year add up to, and how many they are.

    Written by the database itself when an entry is, and by nobody else. That no more is promised than is
    granted is a rule of this row, whoever writes the entry.
    """

    __tablename__ = "post_balance"
    __table_args__ = (
        CheckConstraint("committed >= 0", name="committed_not_below_0"),
        CheckConstraint("committed <= appropriated", name="committed_within_appropriated"),
    )

    budget_post_id: Mapped[int] = mapped_column(ForeignKey("budget_post.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entries: Mapped[int]
    appropriated: Mapped[Ore]
    committed: Mapped[Ore]
    paid: Mapped[Ore]
    claimed: Mapped[Ore]
    interest: Mapped[Ore]


class CaseBalance(Model):
    """What the entries of a case and budget year add up to, as `PostBalance`.

    That no more is paid than is promised, no more claimed than is paid, and no more interest paid or written
    off than is charged, are rules of this row.
    """

    __tablename__ = "case_balance"
    __table_args__ = (
        CheckConstraint("paid >= 0", name="paid_not_below_0"),
        CheckConstraint("paid <= committed", name="paid_within_committed"),
        CheckConstraint("claimed >= 0", name="claimed_not_below_0"),
        CheckConstraint("claimed <= paid", name="claimed_within_paid"),
        CheckConstraint("interest >= 0", name="interest_not_below_0"),
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    budget_post_id: Mapped[int] = mapped_column(ForeignKey("budget_post.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entries: Mapped[int]
    committed: Mapped[Ore]
    paid: Mapped[Ore]
    claimed: Mapped[Ore]
    interest: Mapped[Ore]


class ClosedMonth(Model):
    """A month that a controller has closed: the database books nothing in it or before it any more.

    Each follows the one before it; the first follows none. `entries` and `amount` are what was booked in the
    month when it was closed.
    """

    __tablename__ = "closed_month"

    first_day: Mapped[date] = mapped_column(primary_key=True)
    last_day: Mapped[date] = mapped_column(unique=True)
    follows: Mapped[date | None] = mapped_column(ForeignKey("closed_month.first_day"), unique=True)
    entries: Mapped[int]
    amount: Mapped[Ore]
    closed_at: Mapped[datetime]
    closed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    closed_by: Mapped[Person] = relationship(lazy="raise")
