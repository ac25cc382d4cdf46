"""Which kommuner owe a decision of their own, and the decisions they have registered, in versions."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from foundation.database import Model
from foundation.money import Ore


class DecidingBody(StrEnum):
    """Who decided in the kommune (kommuneloven §§ 5-1, 5-3, 5-6, 13-1)."""

    COUNCIL = "kommunestyret"
    EXECUTIVE = "formannskapet"
    DELEGATED = "delegert"


class Released(StrEnum):
    """Why nobody waits for a kommune's decision any more."""

    LEFT = "left"
    SUCCEEDED = "succeeded"


class OwedDecision(Model):
    """A kommune that takes part in a grant must decide itself before money is paid.

    `released_at`: it no longer takes part, or another carries it on, so nobody waits for it.
    """

    __tablename__ = "owed_decision"
    __table_args__ = (
        UniqueConstraint("application_id", "organisation_id"),
        CheckConstraint(
            "(released_at IS NULL) = (released_why IS NULL)", name="released_says_why"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    owed_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
    released_why: Mapped[Released | None]
    reminded_at: Mapped[datetime | None]

    application: Mapped[Application] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    decisions: Mapped[list["LocalDecision"]] = relationship(
        order_by="LocalDecision.number", back_populates="owed", lazy="raise"
    )

    @property
    def newest(self) -> "LocalDecision | None":
        """What holds of its versions: the last whose document can be opened. Needs them loaded."""
        return next((one for one in reversed(self.decisions) if one.infected_at is None), None)

    @property
    def is_lacking(self) -> bool:
        """Tell whether payment waits for it. Needs its versions."""
        return self.released_at is None and self.newest is None


class LocalDecision(Model):
    """What a kommune decided at home: when, by whom, what it costs, and the document.

    Nothing is overwritten: a new number stands beside the one it replaces.
    """

    __tablename__ = "local_decision"
    __table_args__ = (
        UniqueConstraint("owed_id", "number"),
        Index("ix_local_decision_sha256", "sha256"),
        CheckConstraint("cost >= 0", name="cost_not_negative"),
        CheckConstraint("reference <> '' AND consequences <> ''", name="says_what"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    owed_id: Mapped[int] = mapped_column(ForeignKey("owed_decision.id"))
    number: Mapped[int]
    body: Mapped[DecidingBody]
    decided_on: Mapped[date]
    reference: Mapped[str] = mapped_column(String(100))
    """The kommune's own case number."""
    cost: Mapped[Ore]
    """What it costs the kommune itself in the whole period, in øre."""
    consequences: Mapped[str]
    """What it means for the kommune's economy, in words."""
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    infected_at: Mapped[datetime | None]
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    owed: Mapped[OwedDecision] = relationship(back_populates="decisions", lazy="raise")
    registered_by: Mapped[Person] = relationship(lazy="raise")
