"""What a granted project asks to change, who of those concerned has said yes, and the answer."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application, Partner
from decisions.models import Decision
from foundation.columns import JsonValue
from foundation.database import Model

_OPEN = "decided_at IS NULL AND withdrawn_at IS NULL"


class ChangeRequest(Model):
    """An application for a change (endringssøknad). One at a time is open in a case.

    `wanted` is the change as `content.written` writes it; `decision` is what was in force when it was
    sent. A participant that wants out opens one (`opened_by_partner`). `broken`: the rules of the call that
    the approved project no longer meets, as they were found when it was decided.
    """

    __tablename__ = "change_request"
    __table_args__ = (
        UniqueConstraint("application_id", "number"),
        Index(
            "uq_change_request_open",
            "application_id",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index("ix_change_request_submitted_at_decided_at", "submitted_at", "decided_at"),
        CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)", name="submitted_by_somebody"
        ),
        CheckConstraint(
            "(submitted_at IS NULL) = (decision_id IS NULL)", name="submitted_against_a_decision"
        ),
        CheckConstraint("submitted_at IS NULL OR reason <> ''", name="submitted_says_why"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "(decided_at IS NULL) = (decided_by_id IS NULL)", name="decided_by_somebody"
        ),
        CheckConstraint("(decided_at IS NULL) = (approved IS NULL)", name="decided_is_yes_or_no"),
        CheckConstraint("(decided_at IS NULL) = (answer = '')", name="decided_says_why"),
        CheckConstraint(
            "decided_at IS NULL OR (submitted_at IS NOT NULL AND withdrawn_at IS NULL)",
            name="decided_was_submitted",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    wanted: Mapped[JsonValue]
    reason: Mapped[str] = mapped_column(default="")
    opened_by_partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    begun_at: Mapped[datetime]
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    submitted_at: Mapped[datetime | None]
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(default="")
    broken: Mapped[JsonValue | None]
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    decision: Mapped[Decision | None] = relationship(lazy="raise")
    opened_by_partner: Mapped[Partner | None] = relationship(lazy="raise")
    submitted_by: Mapped[Person | None] = relationship(foreign_keys=[submitted_by_id], lazy="raise")
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id], lazy="raise")
    confirmations: Mapped[list["ChangeConfirmation"]] = relationship(
        order_by="ChangeConfirmation.id", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Give what the audit trail and its letter call it."""
        return f"change_request:{self.id}"

    @property
    def is_draft(self) -> bool:
        """Tell whether the lead may still write in it."""
        return self.submitted_at is None and self.withdrawn_at is None

    @property
    def awaits_answer(self) -> bool:
        """Tell whether it is sent and neither answered nor withdrawn."""
        return (
            self.submitted_at is not None and self.decided_at is None and self.withdrawn_at is None
        )


class ChangeConfirmation(Model):
    """A participant's signed yes to its own part of a change; it holds as long as the fingerprint does."""

    __tablename__ = "change_confirmation"
    __table_args__ = (UniqueConstraint("change_id", "partner_id", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change_request.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime]
    authority: Mapped[str] = mapped_column(String(300))
    fingerprint: Mapped[str] = mapped_column(String(64))
    covered: Mapped[JsonValue]

    person: Mapped[Person] = relationship(lazy="raise")
