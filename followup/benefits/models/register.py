"""The register of a project: its benefits, whose they are, and what is known of them, kommune by kommune."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from criteria.benefits import Judgement, Point, Threat
from criteria.benefitwords import Grade, IndicatorKind, Level, Use, ValueKind
from followup.benefits.models.catalogue import CataloguedBenefit
from foundation.database import Model
from foundation.language import Bilingual


class ProjectBenefit(Model):
    """A benefit that a project follows: from the catalogue under its code there, or its own (P1, P2 …)."""

    __tablename__ = "project_benefit"
    __table_args__ = (
        UniqueConstraint("application_id", "code"),
        CheckConstraint(
            "(dropped_at IS NULL) = (dropped_by_id IS NULL)", name="dropped_by_somebody"
        ),
        CheckConstraint("(dropped_at IS NULL) = (dropped_why = '')", name="dropped_says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    code: Mapped[str] = mapped_column(String(10))
    benefit_version_id: Mapped[int | None] = mapped_column(ForeignKey("benefit_version.id"))
    name: Mapped[Bilingual]
    actors: Mapped[str] = mapped_column(String(120))
    potential: Mapped[Level]
    strategy: Mapped[Level]
    measurability: Mapped[Level]
    causality: Mapped[Level]
    risk: Mapped[Level]
    added_at: Mapped[datetime]
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    dropped_at: Mapped[datetime | None]
    dropped_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    dropped_why: Mapped[str] = mapped_column(default="")

    application: Mapped[Application] = relationship(lazy="raise")
    catalogued: Mapped[CataloguedBenefit | None] = relationship(lazy="raise")
    indicators: Mapped[list["ProjectIndicator"]] = relationship(
        order_by="ProjectIndicator.id", back_populates="benefit", lazy="raise"
    )
    ownerships: Mapped[list["Ownership"]] = relationship(order_by="Ownership.id", lazy="raise")
    risks: Mapped[list["BenefitRisk"]] = relationship(order_by="BenefitRisk.number", lazy="raise")

    @property
    def judgement(self) -> Judgement:
        """What the project judges of it."""
        return Judgement(
            potential=self.potential, strategy=self.strategy, measurability=self.measurability,
            causality=self.causality, risk=self.risk,
        )  # fmt: skip


class ProjectIndicator(Model):
    """What a benefit of a project is followed by; its own are Px, those of the catalogue keep their codes."""

    __tablename__ = "project_indicator"
    __table_args__ = (UniqueConstraint("project_benefit_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_benefit_id: Mapped[int] = mapped_column(ForeignKey("project_benefit.id"))
    code: Mapped[str] = mapped_column(String(20))
    kind: Mapped[IndicatorKind]
    name: Mapped[Bilingual]
    unit: Mapped[Bilingual]
    added_at: Mapped[datetime]
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    benefit: Mapped[ProjectBenefit] = relationship(back_populates="indicators", lazy="raise")


class Ownership(Model):
    """Who in a kommune answers for a benefit, and what it is to be used for. The highest revision holds."""

    __tablename__ = "benefit_ownership"
    __table_args__ = (
        UniqueConstraint(
            "project_benefit_id",
            "organisation_id",
            "revision",
            name="uq_benefit_ownership_revision",
        ),
        CheckConstraint("revision > 0", name="revision_above_0"),
        CheckConstraint("owner <> ''", name="names_an_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_benefit_id: Mapped[int] = mapped_column(ForeignKey("project_benefit.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    revision: Mapped[int]
    owner: Mapped[str] = mapped_column(String(120))
    use: Mapped[Use]
    how: Mapped[str]
    """What exactly it is used for, decided by the kommune (inv. 222, 244)."""
    other_causes: Mapped[str]
    """How other causes are kept apart (inv. 246)."""
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class Measurement(Model):
    """A value of an indicator in a kommune. Rows are only added to, and the database sees to that.

    Baseline and target are one each (`place` 0), measurements are numbered from 1. A correction is a new
    revision of the same place with its reason; one without a value withdraws the measurement. What holds is
    the highest revision of each place.
    """

    __tablename__ = "benefit_measurement"
    __table_args__ = (
        UniqueConstraint(
            "project_indicator_id",
            "organisation_id",
            "kind",
            "place",
            "revision",
            name="uq_benefit_measurement_revision",
        ),
        Index("ix_benefit_measurement_organisation_id", "organisation_id"),
        CheckConstraint("revision > 0", name="revision_above_0"),
        CheckConstraint("(kind = 'maling') = (place > 0)", name="only_measurements_are_numbered"),
        CheckConstraint("(kind = 'mal') = (grade IS NULL)", name="grade_of_what_is_found"),
        CheckConstraint("kind = 'mal' OR method <> ''", name="found_by_a_method"),
        CheckConstraint("(revision = 1) = (reason = '')", name="corrected_says_why"),
        CheckConstraint(
            "value IS NOT NULL OR (kind = 'maling' AND revision > 1)",
            name="only_measurements_are_withdrawn",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_indicator_id: Mapped[int] = mapped_column(ForeignKey("project_indicator.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[ValueKind]
    place: Mapped[int]
    revision: Mapped[int]
    value: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    valid_on: Mapped[date]
    """The day it was measured, or by which the target is to be reached."""
    method: Mapped[str] = mapped_column(String(300))
    grade: Mapped[Grade | None]
    explanation: Mapped[str]
    """Why a measurement is behind the target."""
    reason: Mapped[str]
    """Why it replaces the revision before it."""
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    indicator: Mapped[ProjectIndicator] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    recorded_by: Mapped[Person] = relationship(lazy="raise")

    @property
    def point(self) -> Point | None:
        """The value with its day; None when it is withdrawn."""
        return None if self.value is None else Point(self.value, self.valid_on)


class BenefitRisk(Model):
    """What may take a part of a benefit, and what is done against it (inv. 242). A closed one stays."""

    __tablename__ = "benefit_risk"
    __table_args__ = (
        UniqueConstraint("project_benefit_id", "number"),
        CheckConstraint("probability BETWEEN 0 AND 100", name="probability_is_a_percent"),
        CheckConstraint("share_lost BETWEEN 0 AND 100", name="share_lost_is_a_percent"),
        CheckConstraint("(closed_at IS NULL) = (closed_by_id IS NULL)", name="closed_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_benefit_id: Mapped[int] = mapped_column(ForeignKey("project_benefit.id"))
    number: Mapped[int]
    text: Mapped[str]
    probability: Mapped[int]
    share_lost: Mapped[int]
    mitigation: Mapped[str]
    owner: Mapped[str] = mapped_column(String(120))
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    @property
    def threat(self) -> Threat:
        """What it is expected to take."""
        return Threat(self.probability, self.share_lost)


class BenefitQuestion(Model):
    """What the office asks a kommune about the figures of an indicator, and the answer."""

    __tablename__ = "benefit_question"
    __table_args__ = (
        Index(
            "ix_benefit_question_project_indicator_id_organisation_id",
            "project_indicator_id",
            "organisation_id",
        ),
        CheckConstraint("text <> ''", name="asks_something"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
        CheckConstraint("(answered_at IS NULL) = (answer = '')", name="answer_says_something"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_indicator_id: Mapped[int] = mapped_column(ForeignKey("project_indicator.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    text: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    indicator: Mapped[ProjectIndicator] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id], lazy="raise")
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id], lazy="raise")
