"""What kommuner plan, and the groups that they gather in before there is an application."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from foundation.database import Model
from grants.models import Measure, Need

PARTS = "all, delete-orphan"


class ServiceArea(StrEnum):
    """The services of a kommune that a journal serves (001:66–106)."""

    GENERAL_PRACTICE = "general_practice"
    EMERGENCY_CARE = "emergency_care"
    CHILD_HEALTH = "child_health"
    HOME_CARE = "home_care"
    NURSING_HOME = "nursing_home"
    REHABILITATION = "rehabilitation"
    PHYSIOTHERAPY = "physiotherapy"
    MENTAL_HEALTH = "mental_health"
    HEALTHY_LIVING = "healthy_living"
    MIGRANT_HEALTH = "migrant_health"
    PRISON_HEALTH = "prison_health"
    ALLOCATION = "allocation"


class Reply(StrEnum):
    """A kommune's answer to an invitation. It binds nobody before the application does."""

    YES = "yes"
    NO = "no"


class Plan(Model):
    """What a kommune plans for one measure, for others to find (inv. 67). One at a time."""

    __tablename__ = "plan"
    __table_args__ = (
        Index(
            "uq_plan_living", "organisation_id", "measure_id", unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index("ix_plan_withdrawn_at_id", "withdrawn_at", "id"),
        Index("ix_plan_measure_id_withdrawn_at", "measure_id", "withdrawn_at"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    description: Mapped[str]
    public_summary: Mapped[str]
    """What anybody may read, also without signing in; empty when nobody else shall."""
    present_system: Mapped[str] = mapped_column(String(100))
    wanted_from: Mapped[date | None]
    contact_name: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str] = mapped_column(String(200))
    contact_phone: Mapped[str] = mapped_column(String(30))
    published_at: Mapped[datetime]
    published_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column()

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    measure: Mapped[Measure] = relationship(lazy="raise")
    needs: Mapped[list["PlanNeed"]] = relationship(
        order_by="PlanNeed.need_id", cascade=PARTS, lazy="raise"
    )
    services: Mapped[list["PlanService"]] = relationship(
        order_by="PlanService.service", cascade=PARTS, lazy="raise"
    )
    networks: Mapped[list["PlanNetwork"]] = relationship(
        order_by="PlanNetwork.network", cascade=PARTS, lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}


class PlanNeed(Model):
    """A need (B1–B13) that a plan answers."""

    __tablename__ = "plan_need"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("need.id"), primary_key=True, index=True)

    need: Mapped[Need] = relationship(lazy="raise")


class PlanService(Model):
    """A service that a plan is for."""

    __tablename__ = "plan_service"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    service: Mapped[ServiceArea] = mapped_column(primary_key=True)


class PlanNetwork(Model):
    """A network that the kommune says it is in, by its code in `reference/networks.csv`."""

    __tablename__ = "plan_network"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    network: Mapped[str] = mapped_column(String(40), primary_key=True)


class Group(Model):
    """Kommuner that consider applying together. It becomes at most one application."""

    __tablename__ = "plan_group"
    __table_args__ = (
        CheckConstraint(
            "(application_id IS NULL) = (applied_at IS NULL)", name="applied_at_a_moment"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    name: Mapped[str] = mapped_column(String(120))
    message: Mapped[str]
    formed_at: Mapped[datetime]
    formed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("application.id"), unique=True
    )
    applied_at: Mapped[datetime | None]

    measure: Mapped[Measure] = relationship(lazy="raise")
    formed_by: Mapped[Person] = relationship(lazy="raise")
    members: Mapped[list["Member"]] = relationship(
        back_populates="group", order_by="Member.id", lazy="raise"
    )


class Member(Model):
    """A kommune that is invited to a group, or formed it, and what it has answered."""

    __tablename__ = "plan_group_member"
    __table_args__ = (
        UniqueConstraint("group_id", "organisation_id"),
        Index("ix_plan_group_member_organisation_id_group_id", "organisation_id", "group_id"),
        CheckConstraint("(reply IS NULL) = (replied_at IS NULL)", name="replied_at_a_moment"),
        CheckConstraint("(reply IS NULL) = (replied_by_id IS NULL)", name="replied_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("plan_group.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    invited_at: Mapped[datetime]
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reply: Mapped[Reply | None]
    replied_at: Mapped[datetime | None]
    replied_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    group: Mapped[Group] = relationship(back_populates="members", lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    replied_by: Mapped[Person | None] = relationship(foreign_keys=[replied_by_id], lazy="raise")
