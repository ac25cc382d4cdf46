"""What a kommune that has ended owed and was owed in a case, and who carries it on. Only added to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from foundation.database import Model
from foundation.money import Ore


class Succession(Model):
    """A case passed from a kommune that has ended to those that took it over.

    `led`: it led the case, so that its money passed too; `unpaid` is what of it was promised and not paid
    then. `main_id` carries the case on.
    """

    __tablename__ = "succession"
    __table_args__ = (
        UniqueConstraint("application_id", "former_id"),
        CheckConstraint("former_id <> main_id", name="passes_to_another"),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        CheckConstraint("unpaid >= 0", name="unpaid_not_below_0"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    former_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    main_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    led: Mapped[bool]
    ended_on: Mapped[date]
    unpaid: Mapped[Ore]
    reason: Mapped[str]
    passed_at: Mapped[datetime]
    passed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application] = relationship(lazy="raise")
    former: Mapped[Organisation] = relationship(foreign_keys=[former_id], lazy="raise")
    main: Mapped[Organisation] = relationship(foreign_keys=[main_id], lazy="raise")
    passed_by: Mapped[Person] = relationship(lazy="raise")
    shares: Mapped[list["SuccessorShare"]] = relationship(
        order_by="SuccessorShare.organisation_id", lazy="raise"
    )


class SuccessorShare(Model):
    """Who took over, how many percent of it, and what of the unpaid that was."""

    __tablename__ = "successor_share"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 1 AND 100", name="percent_of_the_whole"),
        CheckConstraint("amount >= 0", name="amount_not_below_0"),
    )

    succession_id: Mapped[int] = mapped_column(ForeignKey("succession.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    percent: Mapped[int]
    amount: Mapped[Ore]

    organisation: Mapped[Organisation] = relationship(lazy="raise")
