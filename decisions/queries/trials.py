"""Reading dry runs, and what each is about."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from decisions.models import Decision
from decisions.queries.rounds import decisions_of_round
from decisions.trials import LetterTrial
from foundation.database import db
from grants.rounds import calls_in


def last_trial(call_id: int) -> LetterTrial | None:
    """Give the newest dry run of a round, with who started it."""
    return db.session.scalars(
        select(LetterTrial)
        .where(LetterTrial.call_id.in_(calls_in(call_id)))
        .options(joinedload(LetterTrial.started_by))
        .order_by(LetterTrial.id.desc())
        .limit(1)
    ).first()


def to_try(call_id: int) -> list[Decision]:
    """List the decisions of a round that nobody outside knows of, drafts too."""
    return [one for one in decisions_of_round(call_id) if one.published_at is None]
