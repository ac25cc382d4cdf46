"""How far the documents of a round have come: counted once for each decision and language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from decisions.grounds import GIVEN_BACK
from decisions.models import Decision, Letter
from foundation.database import db
from grants.rounds import calls_in


@dataclass(frozen=True, slots=True)
class Progress:
    """Documents of a round's unpublished decisions: all, made, and failed so far."""

    total: int
    made: int
    failed: int

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing more happens unless somebody asks for it."""
        return self.made + self.failed == self.total


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be made, and what the maker said."""

    decision: Decision
    language: str
    failure: str


def progress_of(call_id: int) -> Progress:
    """Count the documents of a call's signed decisions that are not yet published."""
    documents = (
        select(
            func.min(Letter.made_at).label("made_at"),
            func.max(Letter.failure).label("failure"),
        )
        .join(Letter.decision)
        .join(Decision.application)
        .where(
            Application.call_id.in_(calls_in(call_id)),
            Decision.published_at.is_(None),
            Application.step.not_in(GIVEN_BACK),
            Letter.superseded_at.is_(None),
        )
        .group_by(Letter.decision_id, Letter.language)
        .subquery()
    )
    total, made, failed = db.session.execute(
        select(
            func.count(),
            func.count(documents.c.made_at),
            func.count(documents.c.failure),
        ).select_from(documents)
    ).one()
    return Progress(total, made, failed)


def failed_in(call_id: int) -> list[Failed]:
    """List the documents of a call that could not be made, in the order of their cases."""
    letters = db.session.scalars(
        select(Letter)
        .join(Letter.decision)
        .join(Decision.application)
        .where(
            Application.call_id.in_(calls_in(call_id)),
            Decision.published_at.is_(None),
            Application.step.not_in(GIVEN_BACK),
            Letter.superseded_at.is_(None),
            Letter.failure.is_not(None),
        )
        .options(joinedload(Letter.decision).joinedload(Decision.application))
        .order_by(Application.submitted_at, Letter.id)
    ).all()
    found = {
        (one.decision_id, one.language): Failed(one.decision, one.language, one.failure)
        for one in letters
        if one.decision is not None and one.failure is not None
    }
    return list(found.values())


def ready_on(decisions: Sequence[Decision], day: date) -> list[Decision]:
    """Give the signed decisions whose letters are all made and bear the date. Needs their letters."""
    return [
        one
        for one in decisions
        if one.signed_at is not None
        and one.published_at is None
        and all(letter.made_at is not None and letter.dated == day for letter in living(one))
    ]


def living(decision: Decision) -> list[Letter]:
    """Give the letters of a decision that no later ones have superseded. Needs its letters."""
    return [one for one in decision.letters if one.superseded_at is None]
