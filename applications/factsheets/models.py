"""An organisation's fact sheet: systems, contacts, post address, networks. A new one supersedes the last."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from criteria.reaching import WithoutGrant
from foundation.database import Model


class FactSheet(Model):
    """What somebody who acts for an organisation has confirmed of it. Never changed: made anew."""

    __tablename__ = "fact_sheet"
    __table_args__ = (
        CheckConstraint(
            "hours_a_year IS NULL OR hours_a_year >= 0", name="hours_not_negative"
        ),
        Index("ix_fact_sheet_organisation_id_id", "organisation_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    confirmed_at: Mapped[datetime]
    confirmed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    valid_to: Mapped[date]
    post_email: Mapped[str] = mapped_column(String(200))
    contact_name: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str] = mapped_column(String(200))
    contact_phone: Mapped[str] = mapped_column(String(30))
    backup_name: Mapped[str] = mapped_column(String(120))
    backup_email: Mapped[str] = mapped_column(String(200))
    backup_phone: Mapped[str] = mapped_column(String(30))
    networks: Mapped[str] = mapped_column(String(500))
    """The networks and purchasing co-operations that it belongs to, one a line (inv. 71)."""
    hours_a_year: Mapped[int | None]
    """How many hours of own people it can put into projects a year; None when it has not said."""
    without_grant: Mapped[WithoutGrant | None]
    """What it would have done about its journal systems without a grant; None when it has not said."""

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    confirmed_by: Mapped[Person] = relationship(lazy="raise")
    systems: Mapped[list["SystemInUse"]] = relationship(
        order_by="SystemInUse.position", lazy="raise"
    )

    def holds(self, on: date) -> bool:
        """Tell whether it has not run out on a day in Oslo."""
        return self.valid_to >= on


class SystemInUse(Model):
    """A journal system that the organisation uses, and what for."""

    __tablename__ = "system_in_use"

    fact_sheet_id: Mapped[int] = mapped_column(ForeignKey("fact_sheet.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    used_for: Mapped[str] = mapped_column(String(200))


class SheetUse(Model):
    """That what is known of a partner was taken from a fact sheet, and not typed anew."""

    __tablename__ = "sheet_use"

    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)
    fact_sheet_id: Mapped[int] = mapped_column(ForeignKey("fact_sheet.id"), index=True)
    used_at: Mapped[datetime]

    fact_sheet: Mapped[FactSheet] = relationship(lazy="raise")
