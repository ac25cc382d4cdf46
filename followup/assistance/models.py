"""What projects ask help with, and the help that they were given."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from foundation.database import Model
from grants.registers.models import Standard


class AssistanceKind(StrEnum):
    """The three kinds of help that the measure consists of (inv. 145)."""

    COMPETENCE = "competence"
    COORDINATION = "coordination"
    EXPERT_GROUP = "expert_group"


class Usefulness(StrEnum):
    """What the kommune says of the help when it is over."""

    HELPED = "helped"
    PARTLY = "partly"
    DID_NOT = "did_not"


class AssistanceRequest(Model):
    """What a kommune of a project asks help with, the office's answer, and whether it helped.

    Nothing is overwritten: who needs something else asks anew.
    """

    __tablename__ = "assistance_request"
    __table_args__ = (
        Index("ix_assistance_request_application_id", "application_id"),
        CheckConstraint("need <> ''", name="says_what"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)"
            " AND (answered_at IS NULL) = (taken_on IS NULL)"
            " AND (answered_at IS NULL OR answer <> '')",
            name="answered_by_somebody",
        ),
        CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)", name="closed_by_somebody"
        ),
        CheckConstraint(
            "usefulness IS NULL OR (closed_at IS NOT NULL AND taken_on)", name="judged_when_given"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[AssistanceKind]
    standard_id: Mapped[int | None] = mapped_column(ForeignKey("standard.id"))
    need: Mapped[str]
    wanted_by: Mapped[date | None]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_on: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    usefulness: Mapped[Usefulness | None]
    """None when it is closed: the kommune took the request back."""
    closing_words: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    standard: Mapped[Standard | None] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
    given: Mapped[list["AssistanceGiven"]] = relationship(
        order_by="(AssistanceGiven.given_on, AssistanceGiven.id)",
        back_populates="request",
        lazy="raise",
    )

    __mapper_args__ = {"version_id_col": version}


class AssistanceGiven(Model):
    """Help that was given: when, by whom, for how long. A wrong line is taken back, and stays to be seen."""

    __tablename__ = "assistance_given"
    __table_args__ = (
        Index("ix_assistance_given_request_id", "request_id"),
        CheckConstraint("hours > 0", name="took_time"),
        CheckConstraint("given_by <> '' AND done <> ''", name="says_what"),
        CheckConstraint(
            "(taken_back_at IS NULL) = (taken_back_by_id IS NULL)"
            " AND (taken_back_at IS NULL OR taken_back_why <> '')",
            name="taken_back_says_why",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("assistance_request.id"))
    given_on: Mapped[date]
    given_by: Mapped[str] = mapped_column(String(200))
    hours: Mapped[int]
    """Whole hours of those who helped, together."""
    done: Mapped[str]
    noted_at: Mapped[datetime]
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_back_at: Mapped[datetime | None]
    taken_back_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_back_why: Mapped[str] = mapped_column(default="")

    request: Mapped[AssistanceRequest] = relationship(back_populates="given", lazy="raise")
