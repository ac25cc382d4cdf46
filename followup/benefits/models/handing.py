"""Who takes a benefit over: proposed by whoever answers for it, and signed by the receiver too (inv. 214)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from foundation.database import Model


class HandoverState(StrEnum):
    """How far a handover has come."""

    WAITING = "handover_waiting"
    ACCEPTED = "handover_accepted"
    DECLINED = "handover_declined"
    WITHDRAWN = "handover_withdrawn"


class BenefitHandover(Model):
    """A proposal to pass on who answers for some benefits, and the receiver's answer.

    In a project it is about one kommune's part. Without a project it is the scheme's own responsibility, to
    follow the catalogue's benefits up from above, and the giver is the office.
    """

    __tablename__ = "benefit_handover"
    __table_args__ = (
        CheckConstraint(
            "(application_id IS NULL) = (organisation_id IS NULL)"
            " AND (application_id IS NULL) = (giver_id IS NULL)",
            name="a_kommunes_or_the_schemes",
        ),
        CheckConstraint("giver_id <> receiver_id", name="to_another"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)"
            " AND (answered_at IS NULL) = (accepted IS NULL)",
            name="answered_by_somebody",
        ),
        CheckConstraint(
            "(holds_from IS NOT NULL) = (accepted IS NOT NULL AND accepted)"
            " AND holds_from >= takes_over_on",
            name="holds_when_accepted",
        ),
        CheckConstraint(
            "(reason <> '') = (accepted IS NOT NULL AND NOT accepted)", name="declined_says_why"
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "withdrawn_at IS NULL OR answered_at IS NULL", name="answered_or_withdrawn"
        ),
        Index("ix_benefit_handover_application_id", "application_id"),
        Index("ix_benefit_handover_receiver_id", "receiver_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """The kommune whose figures they are."""
    giver_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    receiver_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    contact: Mapped[str] = mapped_column(String(120))
    """Who answers with the receiver: a role, or a person."""
    email: Mapped[str] = mapped_column(String(200))
    takes_over_on: Mapped[date]
    plan: Mapped[str]
    """How it is to be measured from then on."""
    enclosed: Mapped[str]
    """What goes with it beside the history, which always does."""
    why: Mapped[str]
    proposed_at: Mapped[datetime]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    accepted: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(default="")
    """Why it was declined."""
    holds_from: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application | None] = relationship(lazy="raise")
    kommune: Mapped[Organisation | None] = relationship(
        foreign_keys=[organisation_id], lazy="raise"
    )
    giver: Mapped[Organisation | None] = relationship(foreign_keys=[giver_id], lazy="raise")
    receiver: Mapped[Organisation] = relationship(foreign_keys=[receiver_id], lazy="raise")
    proposed_by: Mapped[Person] = relationship(foreign_keys=[proposed_by_id], lazy="raise")
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id], lazy="raise")
    handed: Mapped[list["HandedBenefit"]] = relationship(
        order_by="HandedBenefit.code", lazy="raise"
    )

    @property
    def state(self) -> HandoverState:
        """How far it has come."""
        if self.withdrawn_at is not None:
            return HandoverState.WITHDRAWN
        if self.accepted is None:
            return HandoverState.WAITING
        return HandoverState.ACCEPTED if self.accepted else HandoverState.DECLINED

    @property
    def codes(self) -> list[str]:
        """The codes of what is handed over; its rows must be loaded."""
        return [one.code for one in self.handed]


class HandedBenefit(Model):
    """A benefit that a handover is about: its code in the project, or in the catalogue for the scheme's."""

    __tablename__ = "benefit_handed"

    handover_id: Mapped[int] = mapped_column(ForeignKey("benefit_handover.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
