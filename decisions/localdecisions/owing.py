"""Who owes a decision: written inside the acts by which a kommune comes to take part, or no longer does."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from decisions.localdecisions.models import OwedDecision, Released
from foundation.database import db


def owe(application_id: int, organisations: Iterable[int], *, at: datetime) -> None:
    """Let some kommuner owe a decision, each once; one that was released owes it again. Inside an act."""
    known = {
        one.organisation_id: one
        for one in db.session.scalars(
            select(OwedDecision).where(OwedDecision.application_id == application_id)
        )
    }
    for organisation in organisations:
        if organisation in known:
            _take_up(known[organisation], at)
        else:
            db.session.add(
                OwedDecision(
                    application_id=application_id, organisation_id=organisation, owed_at=at
                )
            )


def _take_up(one: OwedDecision, at: datetime) -> None:
    if one.released_at is not None:
        one.owed_at = at  # what was paid while nobody waited for it was rightly paid
        one.released_at = one.released_why = None


def release(application_id: int, organisations: Iterable[int], *, at: datetime) -> None:
    """Wait no longer for kommuner that leave the project. Inside an act."""
    for one in _owing(application_id, organisations):
        one.released_at, one.released_why = at, Released.LEFT


def pass_on_owed(
    application_id: int, former: int, successors: Iterable[int], *, at: datetime
) -> None:
    """Let those that carry a kommune on owe the decision that it lacked; what it made stands. In an act."""
    for one in _owing(application_id, [former]):
        if one.is_lacking:
            one.released_at, one.released_why = at, Released.SUCCEEDED
            owe(application_id, successors, at=at)


def _owing(application_id: int, organisations: Iterable[int]) -> Sequence[OwedDecision]:
    return db.session.scalars(
        select(OwedDecision)
        .where(
            OwedDecision.application_id == application_id,
            OwedDecision.organisation_id.in_(list(organisations)),
            OwedDecision.released_at.is_(None),
        )
        .options(selectinload(OwedDecision.decisions))
    ).all()
