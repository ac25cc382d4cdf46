"""What we think: who may, whether the application is fit, independent marks, and proposals."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Numeric,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.allocation import Aim, Method, Selection
from criteria.allocation import Reason as LineReason
from criteria.eligibility import Reason as FindingReason
from criteria.eligibility import Rule
from criteria.impartiality import View
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import NOTHING, Ore
from grants.models import Call, Criterion


class Task(StrEnum):
    """What a case officer is put on a case to do."""

    HANDLE = "handle"
    ASSESS = "assess"


class Assignment(Model):
    """A case officer put on a case: one handles it, two assess it independently."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index(
            "uq_assignment_living",
            "application_id",
            "person_id",
            "task",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "uq_assignment_handler",
            "application_id",
            unique=True,
            sqlite_where=text("task = 'handle' AND ended_at IS NULL"),
            postgresql_where=text("task = 'handle' AND ended_at IS NULL"),
        ),
        Index("ix_assignment_person_id_application_id", "person_id", "application_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    task: Mapped[Task]
    assigned_at: Mapped[datetime]
    assigned_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")


class Declaration(Model):
    """A person's declaration of impartiality for a case, against all its partners.

    Never edited; a new one supersedes it (fvl. 1967 §§ 6–8, fvl. 2025 §§ 25–29).
    """

    __tablename__ = "declaration"
    __table_args__ = (
        Index("ix_declaration_application_id_person_id_id", "application_id", "person_id", "id"),
        Index("ix_declaration_person_id_application_id_id", "person_id", "application_id", "id"),
        CheckConstraint(
            "view = 'impartial' OR length(trim(reason)) > 0", name="doubt_has_a_reason"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    view: Mapped[View]
    reason: Mapped[str] = mapped_column(default="")
    declared_at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")


class FormalFinding(Model):
    """What a rule found about the application when it was examined, with the numbers behind it.

    An officer may overrule a finding that blocks, once and with a reason; the finding stays.
    """

    __tablename__ = "formal_finding"
    __table_args__ = (
        UniqueConstraint("examination_id", "rule"),
        CheckConstraint(
            "(overruled_at IS NULL AND overruled_by_id IS NULL AND overruled_reason IS NULL)"
            " OR (overruled_at IS NOT NULL AND overruled_by_id IS NOT NULL"
            " AND length(trim(overruled_reason)) > 0)",
            name="overruled_by_somebody_with_a_reason",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    examination_id: Mapped[int] = mapped_column(ForeignKey("examination.id"))
    rule: Mapped[Rule]
    met: Mapped[bool]
    blocking: Mapped[bool]
    reason: Mapped[FindingReason]
    values: Mapped[JsonValue]
    overruled_reason: Mapped[str | None]
    overruled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    overruled_at: Mapped[datetime | None]

    examination: Mapped["Examination"] = relationship(back_populates="findings", lazy="raise")
    overruled_by: Mapped[Person | None] = relationship(lazy="raise")


class ExaminedBecause(StrEnum):
    """What led to a run of the formal control."""

    HANDED_IN = "handed_in"
    ASKED_FOR = "asked_for"
    SUPPLEMENTED = "supplemented"


class Examination(Model):
    """One run of the formal control over an application. A new run adds one.

    An officer confirms it by letting the case go on, or not, by it; or says so when the facts have
    changed afterwards. `lacks` holds what was not complete: {"missing": [{"section", "lack", "subject"}, …]}.
    """

    __tablename__ = "examination"
    __table_args__ = (
        Index("ix_examination_application_id_id", "application_id", "id"),
        CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name="confirmed_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    examined_at: Mapped[datetime]
    examined_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    because: Mapped[ExaminedBecause] = mapped_column(default=ExaminedBecause.ASKED_FOR)
    lacks: Mapped[JsonValue]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    examined_by: Mapped[Person | None] = relationship(foreign_keys=[examined_by_id], lazy="raise")
    confirmed_by: Mapped[Person | None] = relationship(foreign_keys=[confirmed_by_id], lazy="raise")
    findings: Mapped[list[FormalFinding]] = relationship(
        back_populates="examination", order_by="FormalFinding.id", lazy="raise"
    )


class Assessment(Model):
    """One officer's own reading of a case; the others' marks show only when all are finished."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("application_id", "person_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    round: Mapped[int] = mapped_column(default=1)
    begun_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    reading_place: Mapped[int | None]
    """Which of the officer's readings in the call it was, from 1. Unknown of readings before it was noted."""

    person: Mapped[Person] = relationship(lazy="raise")
    marks: Mapped[list["Mark"]] = relationship(order_by="Mark.criterion_id", lazy="raise")


class Mark(Model):
    """A mark for one criterion with its reason: points are never without words (inv. 175).

    A reason may wait for its points while the assessment is a draft, never the other way round.
    """

    __tablename__ = "mark"
    __table_args__ = (
        CheckConstraint("points >= 0", name="mark_not_negative"),
        CheckConstraint("length(trim(reason)) > 0", name="mark_has_a_reason"),
    )

    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), primary_key=True)
    points: Mapped[int | None]
    reason: Mapped[str]
    marked_at: Mapped[datetime]

    criterion: Mapped[Criterion] = relationship(lazy="raise")


class Score(Model):
    """The weighted score of a case, computed when all who read it are finished.

    A case that is sent back for assessment gets another round; marks that are moderated give another
    edition in the same round. Each is a score that supersedes this. `parts` is as `assessments.scores`
    writes it.
    """

    __tablename__ = "score"
    __table_args__ = (
        UniqueConstraint("application_id", "round", "edition"),
        CheckConstraint("edition >= 1", name="editions_count_from_1"),
        Index("ix_score_application_id_id", "application_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    round: Mapped[int] = mapped_column(default=1)
    edition: Mapped[int] = mapped_column(default=1)
    total: Mapped[Decimal] = mapped_column(Numeric(5, 2, asdecimal=True))
    below_threshold: Mapped[bool]
    parts: Mapped[JsonValue]
    computed_at: Mapped[datetime]

    @property
    def assessors(self) -> frozenset[int]:
        """The persons whose marks the score is made of."""
        return frozenset(self.parts["assessors"])

    @property
    def rounds(self) -> frozenset[int]:
        """The rounds that those marks were given in: more than one when only a third has read anew."""
        return frozenset(self.parts.get("rounds", [self.round]))


class Proposal(Model):
    """A ranked list under the call's frame (innstilling). Never overwritten: a new run adds one.

    One that shares out an extra frame builds on the one that was chosen; its frame is then both.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        Index("ix_proposal_call_id_id", "call_id", "id"),
        Index(
            "uq_proposal_chosen",
            "call_id",
            unique=True,
            sqlite_where=text("chosen_at IS NOT NULL AND superseded_at IS NULL"),
            postgresql_where=text("chosen_at IS NOT NULL AND superseded_at IS NULL"),
        ),
        CheckConstraint(
            "chosen_at IS NULL OR (chosen_by_id IS NOT NULL AND length(trim(chosen_reason)) > 0)",
            name="choice_has_somebody_and_a_reason",
        ),
        CheckConstraint(
            "(selection = 'optimum') = (solver IS NOT NULL)", name="solver_of_the_optimum"
        ),
        CheckConstraint("(builds_on_id IS NOT NULL) = (extra > 0)", name="extra_builds_on_another"),
        CheckConstraint("extra = 0 OR length(trim(extra_basis)) > 0", name="extra_says_where_from"),
        Index("ix_proposal_builds_on_id", "builds_on_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    frame: Mapped[Ore]
    method: Mapped[Method]
    selection: Mapped[Selection] = mapped_column(default=Selection.DOWN_THE_LIST)
    aim: Mapped[Aim] = mapped_column(default=Aim.POINTS_FOR_MONEY)
    """What the best combination aims at; a list aims at nothing."""
    solver: Mapped[str | None] = mapped_column(String(60))
    """What found the best combination, with its version."""
    worth: Mapped[int | None] = mapped_column(BigInteger)
    proven: Mapped[int | None] = mapped_column(BigInteger)
    """What the best combination is worth, and what none can be worth more than (`criteria.allocation`)."""
    builds_on_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    extra: Mapped[Ore] = mapped_column(default=NOTHING)
    extra_basis: Mapped[str | None] = mapped_column(Text)
    """Where an extra frame comes from: the appropriation, or what was given back."""
    threshold: Mapped[Decimal] = mapped_column(Numeric(5, 2, asdecimal=True))
    inputs: Mapped[JsonValue]
    inputs_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    chosen_at: Mapped[datetime | None]
    chosen_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    chosen_reason: Mapped[str | None]
    superseded_at: Mapped[datetime | None]

    call: Mapped[Call] = relationship(lazy="raise")
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id], lazy="raise")
    chosen_by: Mapped[Person | None] = relationship(foreign_keys=[chosen_by_id], lazy="raise")
    lines: Mapped[list["ProposalLine"]] = relationship(
        back_populates="proposal", order_by="ProposalLine.place", lazy="raise"
    )

    @property
    def is_in_force(self) -> bool:
        """Tell whether this is the proposal that is chosen now."""
        return self.chosen_at is not None and self.superseded_at is None


class ProposalLine(Model):
    """One case's place, amount and reason in a proposal."""

    __tablename__ = "proposal_line"
    __table_args__ = (
        UniqueConstraint("proposal_id", "application_id"),
        UniqueConstraint("proposal_id", "place"),
        CheckConstraint("amount >= 0 AND amount <= asked", name="amount_within_asked"),
        CheckConstraint("added >= 0 AND added <= amount", name="added_within_amount"),
        CheckConstraint("NOT supplements OR added > 0", name="supplement_adds"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    place: Mapped[int]
    score: Mapped[Decimal] = mapped_column(Numeric(5, 2, asdecimal=True))
    asked: Mapped[Ore]
    rate_percent: Mapped[int]
    amount: Mapped[Ore]
    reason: Mapped[LineReason]
    added: Mapped[Ore] = mapped_column(default=NOTHING)
    """What an extra frame gave on top of the proposal before."""
    supplements: Mapped[bool] = mapped_column(default=False)
    """The case was decided when the extra frame was chosen: what is added is a decision of its own."""

    proposal: Mapped[Proposal] = relationship(back_populates="lines", lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")


class RunFailure(StrEnum):
    """Why the best combination could not be found."""

    IMPOSSIBLE_BOUNDS = "impossible_bounds"
    UNPROVEN = "unproven"


class ProposalRun(Model):
    """A best combination that somebody has asked for: found in the background from these inputs."""

    __tablename__ = "proposal_run"
    __table_args__ = (
        CheckConstraint(
            "(done_at IS NOT NULL) = (proposal_id IS NOT NULL OR failure IS NOT NULL)",
            name="done_with_a_proposal_or_a_reason",
        ),
        CheckConstraint("proposal_id IS NULL OR failure IS NULL", name="one_outcome"),
        Index("ix_proposal_run_call_id_id", "call_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    frame: Mapped[Ore]
    inputs: Mapped[JsonValue]
    inputs_hash: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[datetime | None]
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    failure: Mapped[RunFailure | None]

    call: Mapped[Call] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(lazy="raise")
