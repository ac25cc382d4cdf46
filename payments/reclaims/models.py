"""Reclaims, agreements to pay them in parts, and stops of payment."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from criteria.reclaiming import ReclaimKind
from foundation.database import Model
from foundation.money import Ore

_UNDECIDED = text("decided_at IS NULL")
_STANDING = text("lifted_at IS NULL")


class Reclaim(Model):
    """Money of a case that is asked back: noticed by one, decided by another.

    What is claimed, repaid and written off stands in the ledger alone. A decided amount of 0 is that the
    claim was dropped. A reduction takes what is not paid first (`cut_amount`): what is decided to be paid
    back is the rest. `organisation_id`: the lead, or the kommune that has taken it over.

    Where a kommune that owed was split, each of the others that took it over owes a share of its own:
    `origin_id` is the claim that it is a share of. `succession_id`: what the share came by; of a notice, what
    the claim is divided by once it is decided.
    """

    __tablename__ = "reclaim"
    __table_args__ = (
        Index(
            "uq_reclaim_undecided",
            "application_id",
            unique=True,
            sqlite_where=_UNDECIDED,
            postgresql_where=_UNDECIDED,
        ),
        Index("ix_reclaim_application_id_id", "application_id", "id"),
        Index("ix_reclaim_origin_id", "origin_id"),
        CheckConstraint("amount > 0", name="amount_above_0"),
        CheckConstraint("cause <> ''", name="has_a_cause"),
        CheckConstraint(
            "(commented_at IS NULL) = (commented_by_id IS NULL)"
            " AND (commented_at IS NULL) = (comment IS NULL)",
            name="commented_by_somebody",
        ),
        CheckConstraint(
            "(decided_at IS NULL) = (decided_by_id IS NULL)"
            " AND (decided_at IS NULL) = (decided_amount IS NULL)"
            " AND (decided_at IS NULL) = (reason IS NULL)",
            name="decided_by_somebody",
        ),
        CheckConstraint(
            "decided_by_id IS NULL OR decided_by_id <> noticed_by_id", name="two_different_persons"
        ),
        CheckConstraint(
            "decided_amount IS NULL OR (decided_amount >= 0 AND decided_amount <= amount)",
            name="decided_within_notice",
        ),
        CheckConstraint(
            "decided_amount IS NULL OR (decided_amount > 0) = (pay_by IS NOT NULL)",
            name="claim_has_a_deadline",
        ),
        CheckConstraint(
            "(cut_amount IS NOT NULL) = (kind = 'reduce' AND decided_at IS NOT NULL)",
            name="reduction_says_what_is_cut",
        ),
        CheckConstraint(
            "cut_amount IS NULL OR (cut_amount >= 0 AND cut_amount + decided_amount <= amount)",
            name="cut_within_notice",
        ),
        CheckConstraint("(pay_by IS NULL) = (pay_to IS NULL)", name="deadline_has_an_account"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    succession_id: Mapped[int | None] = mapped_column(ForeignKey("succession.id"))
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("reclaim.id"))
    kind: Mapped[ReclaimKind]
    amount: Mapped[Ore]
    cause: Mapped[str]
    comment_by: Mapped[date]
    noticed_at: Mapped[datetime]
    noticed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    comment: Mapped[str | None]
    commented_at: Mapped[datetime | None]
    commented_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_amount: Mapped[Ore | None]
    cut_amount: Mapped[Ore | None]
    reason: Mapped[str | None]
    pay_by: Mapped[date | None]
    pay_to: Mapped[str | None] = mapped_column(String(11))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    noticed_by: Mapped[Person] = relationship(foreign_keys=[noticed_by_id], lazy="raise")
    commented_by: Mapped[Person | None] = relationship(foreign_keys=[commented_by_id], lazy="raise")
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id], lazy="raise")
    parts: Mapped[list["ReclaimPart"]] = relationship(
        order_by="ReclaimPart.number", cascade="all, delete-orphan", lazy="raise"
    )


class ReclaimPart(Model):
    """A part of an agreement to pay a claim in instalments. A new agreement replaces the one before.

    `interest`: how much of its amount is interest that was charged when it was agreed.
    """

    __tablename__ = "reclaim_part"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_above_0"),
        CheckConstraint("interest BETWEEN 0 AND amount", name="interest_within_amount"),
    )

    reclaim_id: Mapped[int] = mapped_column(ForeignKey("reclaim.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    due_on: Mapped[date]
    amount: Mapped[Ore]
    interest: Mapped[Ore]


class PaymentStop(Model):
    """Payment in a case is stopped by one, with a reason, until another lifts it."""

    __tablename__ = "payment_stop"
    __table_args__ = (
        Index(
            "uq_payment_stop_standing",
            "application_id",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        CheckConstraint(
            "(lifted_at IS NULL) = (lifted_by_id IS NULL)"
            " AND (lifted_at IS NULL) = (lift_reason IS NULL)",
            name="lifted_by_somebody",
        ),
        CheckConstraint(
            "lifted_by_id IS NULL OR lifted_by_id <> stopped_by_id", name="two_different_persons"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    reason: Mapped[str]
    stopped_at: Mapped[datetime]
    stopped_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    lift_reason: Mapped[str | None]
    lifted_at: Mapped[datetime | None]
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    stopped_by: Mapped[Person] = relationship(foreign_keys=[stopped_by_id], lazy="raise")
    lifted_by: Mapped[Person | None] = relationship(foreign_keys=[lifted_by_id], lazy="raise")
