"""The contacts that an application got after the one it was handed in with."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Model


class CaseContact(Model):
    """A new contact for a case; the newest counts. What was handed in stays as it was."""

    __tablename__ = "case_contact"
    __table_args__ = (
        Index("ix_case_contact_application_id_id", "application_id", "id"),
        CheckConstraint("name <> '' AND email <> ''", name="can_be_reached"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(30))
    since: Mapped[datetime]
    named_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
