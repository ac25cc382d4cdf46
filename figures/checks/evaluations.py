"""Checks of evaluations: what a leader signed is what stands there."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from figures.evaluations.models import Evaluation
from figures.evaluations.sealing import seal_of
from foundation.database import db


def wrong_evaluations() -> Iterator[str]:
    """Name signed evaluations whose texts, figures or proposals are others than those that were signed."""
    found = db.session.scalars(
        select(Evaluation)
        .where(Evaluation.signed_at.is_not(None))
        .options(selectinload(Evaluation.proposals))
        .order_by(Evaluation.id)
    )
    for one in found:
        if one.seal != seal_of(one, one.figures or {}):
            yield f"evaluation {one.id} is not what was signed"
