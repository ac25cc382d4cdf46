"""A scheme's own texts for its letters, in versions, and the form it writes to the neutral in."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from decisions.letterkinds import LetterKind
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.language import Bilingual


class LetterTemplate(Model):
    """A version of the texts of one kind of letter. Never changed: a change is a new version.

    The first is what was shipped when the scheme first wrote such a letter, saved by nobody.
    """

    __tablename__ = "letter_template"
    __table_args__ = (
        UniqueConstraint("scheme_id", "kind", "number"),
        CheckConstraint("number >= 1", name="numbered_from_1"),
        CheckConstraint("number = 1 OR saved_by_id IS NOT NULL", name="changed_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    kind: Mapped[LetterKind]
    number: Mapped[int]
    valid_from: Mapped[date]
    texts: Mapped[JsonValue]
    """By the parts' codes, each with both forms of Norwegian."""
    saved_at: Mapped[datetime]
    saved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    saved_by: Mapped[Person | None] = relationship(lazy="raise")

    @property
    def bilingual(self) -> dict[str, Bilingual]:
        """The texts as they are said."""
        return {code: Bilingual(**forms) for code, forms in self.texts.items()}


class NeutralForm(Model):
    """The form of Norwegian that a scheme writes in to those who have chosen none (språklova § 15)."""

    __tablename__ = "neutral_form"
    __table_args__ = (CheckConstraint("language IN ('nb', 'nn')", name="language_is_norwegian"),)

    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2))
    chosen_at: Mapped[datetime]
    chosen_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    chosen_by: Mapped[Person] = relationship(lazy="raise")
