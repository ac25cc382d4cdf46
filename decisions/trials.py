"""A dry run of a round's letters: every letter filled as it would be made now, and what stands in its way."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.columns import JsonValue
from foundation.database import Model

FOUND = "found"
"""Where the problems stand in what is kept."""


class Problem(StrEnum):
    """What can be wrong with a letter before it is made."""

    LACKS_PART = "lacks_part"
    NO_CONTACT = "no_contact"
    NOBODY_TO_TELL = "nobody_to_tell"
    RUNS_OFF = "runs_off"


class LetterTrial(Model):
    """A dry run, done by a worker. A later one of the same round takes its place."""

    __tablename__ = "letter_trial"
    __table_args__ = (
        Index("ix_letter_trial_call_id_id", "call_id", "id"),
        CheckConstraint("done BETWEEN 0 AND total", name="done_of_total"),
        CheckConstraint("ended_at IS NULL OR done = total", name="ended_is_done"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    started_at: Mapped[datetime]
    started_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    total: Mapped[int]
    """How many decisions there are to try."""
    done: Mapped[int] = mapped_column(default=0)
    problems: Mapped[JsonValue]
    ended_at: Mapped[datetime | None]

    started_by: Mapped[Person] = relationship(lazy="raise")
