"""Checks of decisions: years that are the amount, signatures that fit, corrections that were sent."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from assessments.models import ProposalLine
from decisions.content import fingerprint
from decisions.correcting import content
from decisions.correcting.models import DecisionCorrection
from decisions.letterkinds import LetterKind
from decisions.models import Decision, DecisionYear, Letter
from decisions.queries import grounds_of
from foundation.database import db

_BATCH = 200


def wrong_decisions() -> Iterator[str]:
    """Name decisions whose years are not their amount, signatures that no longer fit, unsent corrections."""
    years = (
        select(DecisionYear.decision_id, func.sum(DecisionYear.amount).label("amount"))
        .group_by(DecisionYear.decision_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Decision.id, Decision.amount, years.c.amount)
        .outerjoin(years, years.c.decision_id == Decision.id)
        .where(func.coalesce(years.c.amount, 0) != Decision.amount)
        .order_by(Decision.id)
    )
    for decision, amount, total in rows:
        yield f"decision {decision} of {amount} øre has years of {total or 0}"
    yield from _unfit_signatures()
    yield from _wrong_corrections()


def _wrong_corrections() -> Iterator[str]:
    told = select(Letter.about).where(Letter.kind == LetterKind.CORRECTION)
    letters = set(db.session.scalars(told))
    signed = db.session.scalars(
        select(DecisionCorrection)
        .where(DecisionCorrection.signed_at.is_not(None))
        .options(joinedload(DecisionCorrection.decision))
        .order_by(DecisionCorrection.id)
    )
    for one in signed:
        if content.fingerprint(one) != one.content_hash:
            yield f"correction {one.id} is not what was signed"
        if one.subject not in letters:
            yield f"correction {one.id} was never sent"
        if one.decision.published_at is None:
            yield f"correction {one.id} corrects a decision that is not published"


def _unfit_signatures() -> Iterator[str]:
    signed = db.session.scalars(
        select(Decision.id).where(Decision.signed_at.is_not(None)).order_by(Decision.id)
    ).all()
    for start in range(0, len(signed), _BATCH):
        decisions = db.session.scalars(
            select(Decision)
            .where(Decision.id.in_(signed[start : start + _BATCH]))
            .options(
                joinedload(Decision.application),
                joinedload(Decision.proposal_line).joinedload(ProposalLine.proposal),
                selectinload(Decision.years),
            )
            .order_by(Decision.id)
        ).all()
        grounds = grounds_of([one.application_id for one in decisions])
        for one in decisions:
            if fingerprint(one, grounds[one.application_id]) != one.content_hash:
                yield f"decision {one.id} is not what was signed"
