"""Risk points, samples with everybody who could be drawn, controls and findings."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.sampling import RiskSign
from followup.controls.kinds import Consequence, Severity, Verdict
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call


class RiskPoint(Model):
    """What a sign of risk is worth in a scheme, and where it begins: øre, or a number of participants."""

    __tablename__ = "risk_point"
    __table_args__ = (
        CheckConstraint("points >= 0", name="points_not_negative"),
        CheckConstraint('"limit" IS NULL OR "limit" > 0', name="limit_above_0"),
    )

    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"), primary_key=True)
    sign: Mapped[RiskSign] = mapped_column(primary_key=True)
    points: Mapped[int]
    limit: Mapped[Ore | None]


class ControlSample(Model):
    """Cases drawn from a round by a published seed. Nothing of it is ever changed."""

    __tablename__ = "control_sample"
    __table_args__ = (
        CheckConstraint("size > 0", name="size_above_0"),
        CheckConstraint("seed <> '' AND seed_source <> ''", name="seed_is_told"),
        Index("ix_control_sample_call_id", "call_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    seed: Mapped[str] = mapped_column(String(80))
    seed_source: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    terms: Mapped[JsonValue]
    """The points and limits that held: `{sign: [points, limit]}`."""
    drawn_at: Mapped[datetime]
    drawn_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    call: Mapped[Call] = relationship(lazy="raise")
    drawn_by: Mapped[Person] = relationship(lazy="raise")
    cases: Mapped[list["SampleCase"]] = relationship(
        order_by="SampleCase.position", back_populates="sample", lazy="raise"
    )

    @property
    def subject(self) -> str:
        """Give what the audit trail calls it."""
        return f"control_sample:{self.id}"


class SampleCase(Model):
    """A case that could be drawn, as it stood then. The first `size` by `position` are the sample."""

    __tablename__ = "sample_case"
    __table_args__ = (
        UniqueConstraint("sample_id", "position"),
        CheckConstraint("lots > 0", name="has_a_lot"),
    )

    sample_id: Mapped[int] = mapped_column(ForeignKey("control_sample.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    position: Mapped[int]
    case_number: Mapped[str] = mapped_column(String(20))
    lots: Mapped[int]
    key: Mapped[str] = mapped_column(String(64))
    amount: Mapped[Ore]
    told: Mapped[JsonValue]
    """Its signs and the kommuner that took part: `{"signs": […], "organisations": […]}`."""

    sample: Mapped[ControlSample] = relationship(back_populates="cases", lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")

    @property
    def signs(self) -> list[RiskSign]:
        """The signs of risk that it had."""
        return [RiskSign(one) for one in self.told["signs"]]


class Control(Model):
    """The control of one drawn case."""

    __tablename__ = "control"
    __table_args__ = (
        UniqueConstraint("sample_id", "application_id"),
        CheckConstraint(
            "(concluded_at IS NULL) = (concluded_by_id IS NULL)"
            " AND (concluded_at IS NULL) = (conclusion = '')",
            name="concluded_by_somebody",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sample_id: Mapped[int] = mapped_column(ForeignKey("control_sample.id"))
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    opened_at: Mapped[datetime]
    concluded_at: Mapped[datetime | None]
    concluded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    conclusion: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    sample: Mapped[ControlSample] = relationship(lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")
    concluded_by: Mapped[Person | None] = relationship(lazy="raise")
    checks: Mapped[list["ControlCheck"]] = relationship(lazy="raise")
    findings: Mapped[list["ControlFinding"]] = relationship(
        order_by="ControlFinding.id", lazy="raise"
    )
    points: Mapped[list["ControlPoint"]] = relationship(
        order_by="ControlPoint.position", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Give what the audit trail calls it."""
        return f"control:{self.id}"


class CheckPoint(Model):
    """A point that controls look for from now on: of a scheme, or of one round instead."""

    __tablename__ = "check_point"
    __table_args__ = (
        Index(
            "uq_check_point_scheme", "scheme_id", "code", unique=True,
            sqlite_where=text("call_id IS NULL"), postgresql_where=text("call_id IS NULL"),
        ),
        Index(
            "uq_check_point_call", "call_id", "code", unique=True,
            sqlite_where=text("call_id IS NOT NULL"), postgresql_where=text("call_id IS NOT NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    """The round's first edition; nothing in the scheme's own list."""
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    text: Mapped[Bilingual]
    severity: Mapped[Severity]
    basis: Mapped[str] = mapped_column(String(200))


class ControlPoint(Model):
    """A point of a control's own list, as it was when the control was opened. It is never changed."""

    __tablename__ = "control_point"

    control_id: Mapped[int] = mapped_column(ForeignKey("control.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    text: Mapped[Bilingual]
    severity: Mapped[Severity]
    basis: Mapped[str] = mapped_column(String(200))


class ControlCheck(Model):
    """How one point of the checklist stands."""

    __tablename__ = "control_check"

    control_id: Mapped[int] = mapped_column(ForeignKey("control.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(40), primary_key=True)
    """The code of a point in the control's own list."""
    verdict: Mapped[Verdict]
    comment: Mapped[str] = mapped_column(default="")


class ControlFinding(Model):
    """Something that was found. It stays; what is done about it is noted beside it."""

    __tablename__ = "control_finding"
    __table_args__ = (
        Index("ix_control_finding_control_id", "control_id"),
        CheckConstraint("text <> ''", name="says_what"),
        CheckConstraint(
            "(consequence = 'follow_up') = (due_on IS NOT NULL)", name="follow_up_has_a_day"
        ),
        CheckConstraint(
            "(settled_at IS NULL) = (settled_by_id IS NULL)"
            " AND (settled_at IS NULL) = (settled_how = '')",
            name="settled_by_somebody",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    control_id: Mapped[int] = mapped_column(ForeignKey("control.id"))
    severity: Mapped[Severity]
    consequence: Mapped[Consequence]
    text: Mapped[str]
    due_on: Mapped[date | None]
    found_at: Mapped[datetime]
    found_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_how: Mapped[str] = mapped_column(default="")

    control: Mapped[Control] = relationship(back_populates="findings", lazy="raise")
    found_by: Mapped[Person] = relationship(foreign_keys=[found_by_id], lazy="raise")
    settled_by: Mapped[Person | None] = relationship(foreign_keys=[settled_by_id], lazy="raise")
