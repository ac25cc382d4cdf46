"""What is decided: decisions in versions, the letters that tell of them, and acceptance."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application, Deficiency
from assessments.models import ProposalLine
from decisions.letterkinds import LetterKind
from decisions.lettertexts.models import LetterTemplate, NeutralForm
from decisions.releases import Release
from decisions.trials import LetterTrial
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import Ore

__all__ = [
    "Acceptance",
    "Decision",
    "DecisionKind",
    "DecisionYear",
    "Letter",
    "LetterKind",
    "LetterTemplate",
    "LetterTrial",
    "NeutralForm",
    "Outcome",
    "Release",
]


class Outcome(StrEnum):
    """What was decided (utfall; inv. 171)."""

    AWARD = "award"
    PARTIAL_AWARD = "partial_award"
    REFUSAL = "refusal"
    REJECTION = "rejection"


class DecisionKind(StrEnum):
    """Why a decision was made.

    The first in its case, one that reverses another (omgjøring), or one that grants more of an extra
    frame (tilleggstildeling).
    """

    ORIGINAL = "original"
    REVERSAL = "reversal"
    SUPPLEMENT = "supplement"


class Decision(Model):
    """A decision (vedtak). Never overwritten, not even as a draft; a later version supersedes it.

    Drafted, signed and published are three moments. The signature is bound to the content's hash.
    """

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("application_id", "number"),
        UniqueConstraint("supersedes_id"),
        Index("ix_decision_signed_at_published_at", "signed_at", "published_at"),
        Index("ix_decision_proposal_line_id", "proposal_line_id"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint(
            "(outcome IN ('award', 'partial_award')) = (amount > 0)", name="only_awards_give_money"
        ),
        CheckConstraint("(signed_at IS NULL) = (signed_by_id IS NULL)", name="signed_by_somebody"),
        CheckConstraint(
            "(signed_at IS NULL) = (content_hash IS NULL)", name="signature_is_bound_to_content"
        ),
        CheckConstraint(
            "published_at IS NULL OR signed_at IS NOT NULL", name="published_is_signed"
        ),
        CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)", name="published_by_somebody"
        ),
        CheckConstraint("signed_by_id IS NULL OR signed_by_id <> drafted_by_id", name="four_eyes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    proposal_line_id: Mapped[int | None] = mapped_column(ForeignKey("proposal_line.id"))
    outcome: Mapped[Outcome]
    amount: Mapped[Ore]
    kind: Mapped[DecisionKind] = mapped_column(default=DecisionKind.ORIGINAL)
    reasons_left_out: Mapped[bool] = mapped_column(default=False)
    """The letter gives no reasons; the parties may ask for them (fvl. 1967 § 24; 2025 § 56)."""
    reason: Mapped[str] = mapped_column(default="")
    drafted_at: Mapped[datetime]
    drafted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    signed_at: Mapped[datetime | None]
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    content_hash: Mapped[str | None] = mapped_column(String(64))
    published_at: Mapped[datetime | None]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application] = relationship(lazy="raise")
    proposal_line: Mapped[ProposalLine | None] = relationship(lazy="raise")
    drafted_by: Mapped[Person] = relationship(foreign_keys=[drafted_by_id], lazy="raise")
    signed_by: Mapped[Person | None] = relationship(foreign_keys=[signed_by_id], lazy="raise")
    years: Mapped[list["DecisionYear"]] = relationship(order_by="DecisionYear.year", lazy="raise")
    letters: Mapped[list["Letter"]] = relationship(
        order_by="Letter.id", back_populates="decision", lazy="raise"
    )
    acceptance: Mapped["Acceptance | None"] = relationship(lazy="raise", uselist=False)


class DecisionYear(Model):
    """How much of a grant belongs to a budget year; the years sum to the decision's amount."""

    __tablename__ = "decision_year"
    __table_args__ = (CheckConstraint("amount > 0", name="amount_above_0"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Ore]


class Letter(Model):
    """A document to one organisation, made once and kept by its checksum.

    The row is written by the act that causes it; `made_at` is set when the PDF lies in the store. The
    participants of a case who are written to in the same form of Norwegian get the very same document.
    Until its decision is published a letter has left nobody; one with another date may supersede it.
    """

    __tablename__ = "letter"
    __table_args__ = (
        Index(
            "uq_letter_living_decision",
            "decision_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("decision_id IS NOT NULL AND superseded_at IS NULL"),
            postgresql_where=text("decision_id IS NOT NULL AND superseded_at IS NULL"),
        ),
        Index(
            "uq_letter_receipt",
            "application_id",
            unique=True,
            sqlite_where=text("kind = 'receipt'"),
            postgresql_where=text("kind = 'receipt'"),
        ),
        UniqueConstraint("deficiency_id"),
        Index(
            "uq_letter_kind_about_organisation_id",
            "kind",
            "about",
            "organisation_id",
            unique=True,
            sqlite_where=text("about IS NOT NULL"),
            postgresql_where=text("about IS NOT NULL"),
        ),
        Index("ix_letter_application_id_id", "application_id", "id"),
        Index("ix_letter_organisation_id_id", "organisation_id", "id"),
        CheckConstraint("(made_at IS NULL) = (sha256 IS NULL)", name="made_has_a_checksum"),
        CheckConstraint("(made_at IS NULL) = (size IS NULL)", name="made_has_a_size"),
        CheckConstraint("language IN ('nb', 'nn')", name="language_is_norwegian"),
        CheckConstraint(
            "(kind IN ('award', 'partial_award', 'refusal', 'rejection')) = (decision_id IS NOT NULL)",
            name="decision_letters_have_a_decision",
        ),
        CheckConstraint(
            "(content IS NULL) = (kind IN"
            " ('award', 'partial_award', 'refusal', 'rejection', 'receipt', 'deficiency'))",
            name="other_letters_keep_what_they_say",
        ),
        CheckConstraint(
            "(kind = 'deficiency') = (deficiency_id IS NOT NULL)",
            name="deficiency_letters_have_a_deficiency",
        ),
        CheckConstraint("(opened_at IS NULL) = (opened_by_id IS NULL)", name="opened_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    deficiency_id: Mapped[int | None] = mapped_column(ForeignKey("deficiency.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[LetterKind]
    language: Mapped[str] = mapped_column(String(2))
    dated: Mapped[date]
    due_at: Mapped[datetime]
    by_choice: Mapped[bool | None]
    """Whether the form of Norwegian was the sender's to choose; not known of the oldest letters."""
    about: Mapped[str | None] = mapped_column(String(60))
    """What the letter is about, as `deficiency:12`: a kind of letter is sent once about a thing."""
    content: Mapped[JsonValue | None]
    """What a letter about no decision says, and by whom."""
    template_id: Mapped[int | None] = mapped_column(ForeignKey("letter_template.id"))
    """The version of the texts it was made from; the oldest were made before there were versions."""
    made_at: Mapped[datetime | None]
    sha256: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None]
    failure: Mapped[str | None]
    superseded_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")
    decision: Mapped[Decision | None] = relationship(back_populates="letters", lazy="raise")
    deficiency: Mapped[Deficiency | None] = relationship(lazy="raise")
    template: Mapped[LetterTemplate | None] = relationship(lazy="raise")


class Acceptance(Model):
    """What came of an award: yes with an account number, or no (aksept).

    An award that the lead let lie is a no that the office registered; the case's step tells which.
    `content` keeps what the yes was said to: amount, years, conditions and the decision's hash.
    """

    __tablename__ = "acceptance"
    __table_args__ = (
        CheckConstraint("(accepted) = (account_number IS NOT NULL)", name="yes_has_an_account"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), unique=True)
    accepted: Mapped[bool]
    account_number: Mapped[str | None] = mapped_column(String(11))
    answered_at: Mapped[datetime]
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    content: Mapped[JsonValue]

    answered_by: Mapped[Person] = relationship(lazy="raise")
