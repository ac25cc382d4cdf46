"""Corrections of clerical errors in decisions: without outcome and amount, so that none can change them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from criteria.correcting import ClericalError, Corrected, CorrectionState, state_of
from decisions.models import Decision
from foundation.database import Model
from foundation.language import BOKMAL, NYNORSK

_OPEN = "signed_at IS NULL AND withdrawn_at IS NULL"


class DecisionCorrection(Model):
    """What stood in a decision's letter and what shall stand, in each form of Norwegian that has the error.

    Proposed by one, signed by another; it is sent when it is signed. One open for each decision. Never
    changed: who wants other words withdraws it and proposes anew.
    """

    __tablename__ = "decision_correction"
    __table_args__ = (
        UniqueConstraint("decision_id", "number"),
        Index(
            "uq_decision_correction_open",
            "decision_id",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        CheckConstraint("why <> ''", name="says_why"),
        CheckConstraint("wrong_nb <> '' OR wrong_nn <> ''", name="corrects_something"),
        CheckConstraint("(wrong_nb = '') = (right_nb = '')", name="whole_in_bokmal"),
        CheckConstraint("(wrong_nn = '') = (right_nn = '')", name="whole_in_nynorsk"),
        CheckConstraint("wrong_nb = '' OR wrong_nb <> right_nb", name="another_text_in_bokmal"),
        CheckConstraint("wrong_nn = '' OR wrong_nn <> right_nn", name="another_text_in_nynorsk"),
        CheckConstraint("(signed_at IS NULL) = (signed_by_id IS NULL)", name="signed_by_somebody"),
        CheckConstraint(
            "(signed_at IS NULL) = (content_hash IS NULL)", name="signature_is_bound_to_content"
        ),
        CheckConstraint("signed_by_id <> proposed_by_id", name="four_eyes"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint("signed_at IS NULL OR withdrawn_at IS NULL", name="signed_or_withdrawn"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    number: Mapped[int]
    error: Mapped[ClericalError]
    wrong_nb: Mapped[str]
    right_nb: Mapped[str]
    wrong_nn: Mapped[str]
    right_nn: Mapped[str]
    why: Mapped[str]
    proposed_at: Mapped[datetime]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    signed_at: Mapped[datetime | None]
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    content_hash: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    decision: Mapped[Decision] = relationship(lazy="raise")
    proposed_by: Mapped[Person] = relationship(foreign_keys=[proposed_by_id], lazy="raise")
    signed_by: Mapped[Person | None] = relationship(foreign_keys=[signed_by_id], lazy="raise")
    withdrawn_by: Mapped[Person | None] = relationship(foreign_keys=[withdrawn_by_id], lazy="raise")

    @property
    def state(self) -> CorrectionState:
        """Where the correction stands."""
        return state_of(signed=self.signed_at is not None, withdrawn=self.withdrawn_at is not None)

    @property
    def texts(self) -> Mapping[str, Corrected]:
        """What is corrected, by form of Norwegian; a form without the error is not in it."""
        both = {
            BOKMAL: Corrected(self.wrong_nb, self.right_nb),
            NYNORSK: Corrected(self.wrong_nn, self.right_nn),
        }
        return {language: one for language, one in both.items() if not one.says_nothing}

    @property
    def subject(self) -> str:
        """Name the correction for its letters."""
        return f"decision_correction:{self.id}"
