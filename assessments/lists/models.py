"""What persons keep of the lists they work from, and by when the marks of a round should be finished."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model
from grants.models import Call


class SavedView(Model):
    """A choice of cases under a name: what is filtered, sought and put in order. Its own person's.

    `query` is the choice as it stands in an address. `shared_at`: since when the whole office sees it.
    """

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("person_id", "name"),
        CheckConstraint("length(trim(name)) > 0", name="has_a_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[str] = mapped_column(String(1000))
    saved_at: Mapped[datetime]
    shared_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")


class OpeningView(Model):
    """The saved view that the list of cases opens with for a person."""

    __tablename__ = "opening_view"
    __table_args__ = (Index("ix_opening_view_view_id", "view_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    view_id: Mapped[int] = mapped_column(ForeignKey("saved_view.id", ondelete="CASCADE"))


class MarkingDate(Model):
    """By when the office wants the marks of a round finished. The newest one holds.

    `call_id` is the round's first edition.
    """

    __tablename__ = "marking_date"
    __table_args__ = (Index("ix_marking_date_call_id_id", "call_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    due_on: Mapped[date]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    call: Mapped[Call] = relationship(lazy="raise")
    set_by: Mapped[Person] = relationship(lazy="raise")
