"""Reading corrections, with the decisions they correct."""

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from applications.models import Application, Partner
from decisions.correcting.models import DecisionCorrection
from decisions.models import Decision, Letter
from foundation.database import db
from foundation.errors import NotFoundError

_WITH_PERSONS = (
    joinedload(DecisionCorrection.proposed_by),
    joinedload(DecisionCorrection.signed_by),
    joinedload(DecisionCorrection.withdrawn_by),
)
_OPEN = (DecisionCorrection.signed_at.is_(None), DecisionCorrection.withdrawn_at.is_(None))


def correction(correction_id: int) -> DecisionCorrection:
    """Find a correction with its persons, its decision and the case with its participants.

    Raises NotFoundError.
    """
    found = db.session.scalars(
        _with_case().where(DecisionCorrection.id == correction_id)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def corrections_of(decisions: Collection[int]) -> list[DecisionCorrection]:
    """List all corrections of some decisions with their persons, the oldest first."""
    return list(
        db.session.scalars(
            select(DecisionCorrection)
            .where(DecisionCorrection.decision_id.in_(decisions))
            .options(*_WITH_PERSONS)
            .order_by(DecisionCorrection.id)
        )
    )


def sent_corrections(decision_id: int) -> list[DecisionCorrection]:
    """List the corrections of a decision that are sent, the oldest first."""
    return [one for one in corrections_of([decision_id]) if one.signed_at is not None]


def waiting() -> Select[int]:
    """Select the ids of the corrections that wait for a signature."""
    return select(DecisionCorrection.id).where(*_OPEN)


def waiting_corrections() -> list[DecisionCorrection]:
    """List the corrections that wait for a signature, the oldest first, as whole as `correction` does."""
    return list(db.session.scalars(_with_case().where(*_OPEN).order_by(DecisionCorrection.id)))


def versions_of(application_id: int) -> list[Decision]:
    """List every version of a case's decision, the first one first."""
    return list(
        db.session.scalars(
            select(Decision)
            .where(Decision.application_id == application_id)
            .options(joinedload(Decision.acceptance), joinedload(Decision.application))
            .order_by(Decision.number)
        )
    )


def sent_letters(decision_id: int) -> dict[str, Letter]:
    """Give a decision's letter in each form of Norwegian that it was sent in, with its texts' version."""
    rows = db.session.scalars(
        select(Letter)
        .where(
            Letter.decision_id == decision_id,
            Letter.superseded_at.is_(None),
            Letter.made_at.is_not(None),
        )
        .options(joinedload(Letter.template))
        .order_by(Letter.id.desc())
    )
    return {one.language: one for one in rows}


def _with_case() -> Select[DecisionCorrection]:
    case = joinedload(DecisionCorrection.decision).joinedload(Decision.application)
    return select(DecisionCorrection).options(
        *_WITH_PERSONS,
        case.selectinload(Application.partners).joinedload(Partner.organisation),
        joinedload(DecisionCorrection.decision).selectinload(Decision.years),
    )

