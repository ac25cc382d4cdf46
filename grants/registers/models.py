"""Standards in versions; solutions, what is declared of them, and the spot checks. Only added to."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from criteria.conformity import Mode, Standing
from foundation.database import Model
from foundation.language import Bilingual


class StandardKind(StrEnum):
    """How binding an item is."""

    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"
    GUIDELINE = "guideline"
    UNPLACED = "unplaced"


class StandardSource(StrEnum):
    """The register or the rules that an item is taken from."""

    REGULATION = "regulation"
    E_HEALTH_CATALOGUE = "e_health_catalogue"
    IT_CATALOGUE = "it_catalogue"
    WELFARE_TECHNOLOGY = "welfare_technology"
    OTHER = "other"
    UNPLACED = "unplaced"


class Standard(Model):
    """A standard, a guideline or a national solution, by the code that it keeps for good."""

    __tablename__ = "standard"
    __table_args__ = (UniqueConstraint("code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40))

    versions: Mapped[list["StandardVersion"]] = relationship(
        order_by="StandardVersion.number", back_populates="standard", lazy="raise"
    )

    @property
    def newest(self) -> "StandardVersion":
        """What holds of its versions: the last. Needs them loaded."""
        return self.versions[-1]


class StandardVersion(Model):
    """What was said of a standard from a moment on. `made_at` None: it came with the installation."""

    __tablename__ = "standard_version"
    __table_args__ = (
        UniqueConstraint("standard_id", "number"),
        CheckConstraint("(made_at IS NULL) = (made_by_id IS NULL)", name="made_by_somebody"),
        CheckConstraint("reason <> ''", name="says_why"),
        CheckConstraint("valid_to >= valid_from", name="ends_after_it_begins"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    standard_id: Mapped[int] = mapped_column(ForeignKey("standard.id"))
    number: Mapped[int]
    title: Mapped[Bilingual]
    kind: Mapped[StandardKind]
    source: Mapped[StandardSource]
    level: Mapped[str] = mapped_column(String(80))
    """The level of standardisation (normeringsnivå), as the office calls it; may be empty."""
    link: Mapped[str] = mapped_column(String(500))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(1000))
    made_at: Mapped[datetime | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    standard: Mapped[Standard] = relationship(back_populates="versions", lazy="raise")
    made_by: Mapped[Person | None] = relationship(lazy="raise")

    def holds(self, on: date) -> bool:
        """Tell whether it is in force on a day in Oslo."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)


class Solution(Model):
    """A supplier's product in one version."""

    __tablename__ = "solution"
    __table_args__ = (UniqueConstraint("supplier", "product", "product_version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supplier: Mapped[str] = mapped_column(String(120))
    product: Mapped[str] = mapped_column(String(120))
    product_version: Mapped[str] = mapped_column(String(40))
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    claims: Mapped[list["Claim"]] = relationship(
        order_by="Claim.id", back_populates="solution", lazy="raise"
    )

    @property
    def name(self) -> str:
        """Product and version, as people say it."""
        return f"{self.product} {self.product_version}".strip()


class Claim(Model):
    """That a solution fulfils a requirement: a standard, or what a test description tests.

    `profile`: the message profile that it is about (inv. 139). `ehds`: what is known of the supplier's own
    declaration under the regulation on the European Health Data Space (inv. 144).
    """

    __tablename__ = "solution_claim"
    __table_args__ = (
        Index("ix_solution_claim_solution_id", "solution_id"),
        Index("ix_solution_claim_standard_id", "standard_id"),
        CheckConstraint(
            "standard_id IS NOT NULL OR test_description <> ''", name="claims_something"
        ),
        CheckConstraint(
            "mode <> 'samples' OR test_description <> ''", name="samples_have_a_test_description"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    solution_id: Mapped[int] = mapped_column(ForeignKey("solution.id"))
    standard_id: Mapped[int | None] = mapped_column(ForeignKey("standard.id"))
    test_description: Mapped[str] = mapped_column(String(500))
    mode: Mapped[Mode]
    profile: Mapped[str] = mapped_column(String(120))
    ehds: Mapped[str] = mapped_column(String(200))

    solution: Mapped[Solution] = relationship(back_populates="claims", lazy="raise")
    standard: Mapped[Standard | None] = relationship(lazy="raise")
    steps: Mapped[list["ClaimStep"]] = relationship(order_by="ClaimStep.number", lazy="raise")
    checks: Mapped[list["SpotCheck"]] = relationship(order_by="SpotCheck.id", lazy="raise")

    @property
    def last(self) -> "ClaimStep":
        """The step that holds. Needs the steps."""
        return self.steps[-1]

    @property
    def open_check(self) -> "SpotCheck | None":
        """The spot check that no step has answered yet. Needs steps and checks."""
        newest = self.checks[-1] if self.checks else None
        return newest if newest is not None and newest.after_step == self.last.number else None


class ClaimStep(Model):
    """What a claim came to, by whom and on what basis. A later step replaces it; none is changed."""

    __tablename__ = "solution_claim_step"
    __table_args__ = (
        UniqueConstraint("claim_id", "number"),
        CheckConstraint("reason <> ''", name="says_why"),
        CheckConstraint("standing = 'withdrawn' OR evidence <> ''", name="rests_on_something"),
        CheckConstraint("number <> 1 OR standing = 'declared'", name="begins_declared"),
        CheckConstraint("valid_to >= happened_on", name="ends_after_it_begins"),
        CheckConstraint("(lab = '') = (certificate = '')", name="certificate_of_a_lab"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("solution_claim.id"))
    number: Mapped[int]
    standing: Mapped[Standing]
    happened_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(1000))
    evidence: Mapped[str] = mapped_column(String(500))
    link: Mapped[str] = mapped_column(String(500))
    lab: Mapped[str] = mapped_column(String(120))
    certificate: Mapped[str] = mapped_column(String(120))
    valid_to: Mapped[date | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    made_by: Mapped[Person] = relationship(lazy="raise")


class SpotCheckDraw(Model):
    """Claims drawn for a spot check by a published seed. Nothing of it is ever changed."""

    __tablename__ = "spot_check_draw"
    __table_args__ = (
        UniqueConstraint("seed"),
        CheckConstraint("size > 0", name="size_above_0"),
        CheckConstraint("seed <> '' AND seed_source <> ''", name="seed_is_told"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    seed: Mapped[str] = mapped_column(String(80))
    seed_source: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    drawn_at: Mapped[datetime]
    drawn_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    lots: Mapped[list["SpotCheckLot"]] = relationship(
        order_by="SpotCheckLot.position", lazy="raise"
    )


class SpotCheckLot(Model):
    """A claim that could be drawn, with its lot. The first `size` by `position` are checked."""

    __tablename__ = "spot_check_lot"
    __table_args__ = (UniqueConstraint("draw_id", "position"),)

    draw_id: Mapped[int] = mapped_column(ForeignKey("spot_check_draw.id"), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("solution_claim.id"), primary_key=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(64))

    claim: Mapped[Claim] = relationship(lazy="raise")


class SpotCheck(Model):
    """A spot check: drawn, or opened on suspicion with a reason. The next step of the claim answers it."""

    __tablename__ = "spot_check"
    __table_args__ = (
        UniqueConstraint("claim_id", "after_step"),
        CheckConstraint("(draw_id IS NULL) = (why <> '')", name="drawn_or_suspected"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("solution_claim.id"))
    after_step: Mapped[int]
    draw_id: Mapped[int | None] = mapped_column(ForeignKey("spot_check_draw.id"))
    why: Mapped[str] = mapped_column(String(1000))
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
