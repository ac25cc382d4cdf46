"""A round's publication that is set to a time: whoever set it, when it is, and what came of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.database import Model


class Release(Model):
    """A set time for publishing a whole round. One at a time; it ends when done, called off or refused."""

    __tablename__ = "release"
    __table_args__ = (
        Index(
            "uq_release_living_call",
            "call_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        CheckConstraint("publish_at > set_at", name="set_before_it_is"),
        CheckConstraint("published IS NULL OR ended_at IS NOT NULL", name="published_is_ended"),
        CheckConstraint("failure IS NULL OR published IS NULL", name="failed_or_published"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    publish_at: Mapped[datetime]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    published: Mapped[int | None]
    """How many decisions were published; None when it was called off or refused."""
    failure: Mapped[str | None]
    """Why it was refused, as a word of `Refusal`."""

    set_by: Mapped[Person] = relationship(lazy="raise")
