"""The catalogue of benefits. A benefit keeps its code; what is said of it comes in versions."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from criteria.benefits import Judgement
from criteria.benefitwords import Frequency, IndicatorKind, Level
from foundation.database import Model
from foundation.language import Bilingual


class PointKind(StrEnum):
    """What a line of a benefit's plan is."""

    CHANGE = "change"
    RISK = "risk"
    MITIGATION = "mitigation"


class CataloguedBenefit(Model):
    """A version of a benefit's plan (DFØs mal for gevinstrealiseringsplan; inv. 225). The highest holds.

    Codes of what it is tied to stand parted by spaces. `rank` is the scheme's own order, a judgement.
    """

    __tablename__ = "benefit_version"
    __table_args__ = (
        UniqueConstraint("code", "version"),
        CheckConstraint("version > 0", name="version_above_0"),
        CheckConstraint("rank > 0", name="rank_above_0"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    name: Mapped[Bilingual]
    cause: Mapped[Bilingual]
    """Where and why the benefit comes about."""
    owner: Mapped[Bilingual]
    """Who coordinates and follows up."""
    use: Mapped[Bilingual]
    """How it is taken out."""
    followed_up: Mapped[bool]
    """Whether the scheme follows up that it is taken out (inv. 245)."""
    rank: Mapped[int]
    potential: Mapped[Level]
    strategy: Mapped[Level]
    measurability: Mapped[Level]
    causality: Mapped[Level]
    risk: Mapped[Level]
    actors: Mapped[str] = mapped_column(String(120))
    measures: Mapped[str] = mapped_column(String(60))
    needs: Mapped[str] = mapped_column(String(80))
    effects: Mapped[str] = mapped_column(String(80))
    goals: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    indicators: Mapped[list["CataloguedIndicator"]] = relationship(
        order_by="CataloguedIndicator.position", lazy="raise"
    )
    points: Mapped[list["CataloguedPoint"]] = relationship(
        order_by="CataloguedPoint.kind, CataloguedPoint.position", lazy="raise"
    )

    @property
    def subject(self) -> str:
        """Give what the audit trail calls it."""
        return f"benefit:{self.code}"

    @property
    def judgement(self) -> Judgement:
        """What is judged of it."""
        return Judgement(
            potential=self.potential, strategy=self.strategy, measurability=self.measurability,
            causality=self.causality, risk=self.risk,
        )  # fmt: skip

    def lines(self, kind: PointKind) -> list[Bilingual]:
        """Give its changes, risks or mitigations in order."""
        return [one.text for one in self.points if one.kind is kind]

    @property
    def changes(self) -> list[Bilingual]:
        """What must change before it can come about."""
        return self.lines(PointKind.CHANGE)

    @property
    def risks(self) -> list[Bilingual]:
        """What may take a part of it."""
        return self.lines(PointKind.RISK)

    @property
    def mitigations(self) -> list[Bilingual]:
        """What is done against the risks."""
        return self.lines(PointKind.MITIGATION)


class CataloguedIndicator(Model):
    """An indicator of a version of a benefit; its code is the same from version to version."""

    __tablename__ = "benefit_indicator"
    __table_args__ = (UniqueConstraint("benefit_version_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    benefit_version_id: Mapped[int] = mapped_column(ForeignKey("benefit_version.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(20))
    kind: Mapped[IndicatorKind]
    name: Mapped[Bilingual]
    unit: Mapped[Bilingual]
    target: Mapped[Bilingual]
    """The target or the potential, as the plan says it."""
    frequency: Mapped[Frequency]
    measured_by: Mapped[Bilingual]
    """Where the figures come from."""


class CataloguedPoint(Model):
    """A line of a version of a benefit: a change, a risk or a mitigation."""

    __tablename__ = "benefit_point"

    benefit_version_id: Mapped[int] = mapped_column(
        ForeignKey("benefit_version.id"), primary_key=True
    )
    kind: Mapped[PointKind] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Bilingual]


class Effect(Model):
    """An effect that journals in common have for an actor (E1–E12; inv. 336–339), and the needs it meets."""

    __tablename__ = "effect"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    actor: Mapped[str] = mapped_column(String(40))
    text: Mapped[Bilingual]
    needs: Mapped[str] = mapped_column(String(80))
    source: Mapped[str] = mapped_column(String(200))
