"""The changes of where a grant is paid, and how long each scheme waits before one holds. Only added to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.accountchange import ChangeState, state_at
from foundation.database import Model

_OPEN_OF_LEAD = text("done_at IS NULL AND ended_at IS NULL AND organisation_id IS NULL")
_OPEN_OF_SUCCESSOR = text("done_at IS NULL AND ended_at IS NULL AND organisation_id IS NOT NULL")


class AccountChange(Model):
    """A change from one account to another, and who asked, confirmed or ended it.

    One is open at a time for each who is paid: the lead, or each successor of it.
    """

    __tablename__ = "account_change"
    __table_args__ = (
        Index(
            "uq_account_change_open",
            "application_id",
            unique=True,
            sqlite_where=_OPEN_OF_LEAD,
            postgresql_where=_OPEN_OF_LEAD,
        ),
        Index(
            "uq_account_change_own_open",
            "application_id",
            "organisation_id",
            unique=True,
            sqlite_where=_OPEN_OF_SUCCESSOR,
            postgresql_where=_OPEN_OF_SUCCESSOR,
        ),
        Index("ix_account_change_application_id_id", "application_id", "id"),
        CheckConstraint("new_account <> old_account", name="another_account"),
        CheckConstraint("confirmed_by_id <> asked_by_id", name="two_different_persons"),
        CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name="confirmed_by_somebody"
        ),
        CheckConstraint(
            "(confirmed_at IS NULL) = (holds_from IS NULL)", name="confirmed_has_its_day"
        ),
        CheckConstraint("holds_from > confirmed_at", name="waits_for_its_day"),
        CheckConstraint("done_at >= holds_from", name="done_after_its_day"),
        CheckConstraint("done_at IS NULL OR confirmed_at IS NOT NULL", name="done_is_confirmed"),
        CheckConstraint("done_at IS NULL OR ended_at IS NULL", name="done_or_ended"),
        CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
        CheckConstraint("(ended_at IS NULL) = (ended_because IS NULL)", name="ended_for_a_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """Whose account it is, where a successor of the lead gives its own; else the lead's."""
    old_account: Mapped[str] = mapped_column(String(11))
    new_account: Mapped[str] = mapped_column(String(11))
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    holds_from: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_because: Mapped[str | None]

    application: Mapped[Application] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
    confirmed_by: Mapped[Person | None] = relationship(foreign_keys=[confirmed_by_id], lazy="raise")
    ended_by: Mapped[Person | None] = relationship(foreign_keys=[ended_by_id], lazy="raise")

    @property
    def state(self) -> ChangeState:
        """Where the change stands."""
        return state_at(
            confirmed=self.confirmed_at is not None,
            done=self.done_at is not None,
            ended=self.ended_at is not None,
        )

    @property
    def is_open(self) -> bool:
        """Tell whether it may still come to hold."""
        return self.state in (ChangeState.ASKED, ChangeState.CONFIRMED)


class AccountWait(Model):
    """How many whole days a scheme lets pass before a new account holds."""

    __tablename__ = "account_wait"
    __table_args__ = (CheckConstraint("days BETWEEN 1 AND 60", name="days_within_bounds"),)

    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"), primary_key=True)
    days: Mapped[int]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    set_by: Mapped[Person] = relationship(lazy="raise")
