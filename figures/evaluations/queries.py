"""Reading evaluations: for the office, and those that everybody may read."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from figures.evaluations.models import Evaluation, ProposedChange
from foundation.database import db
from foundation.errors import NotFoundError
from grants.models import Call, Measure


def evaluation(evaluation_id: int) -> Evaluation:
    """Find an evaluation, whole. Raises NotFoundError."""
    return _one(_whole().where(Evaluation.id == evaluation_id))


def published(evaluation_id: int) -> Evaluation:
    """Find an evaluation that everybody may read, whole. Raises NotFoundError."""
    return _one(
        _whole().where(Evaluation.id == evaluation_id, Evaluation.published_at.is_not(None))
    )


def evaluations() -> list[Evaluation]:
    """List all versions, the newest year first and then by measure. One query."""
    return list(db.session.scalars(_listed()))


def all_published() -> list[Evaluation]:
    """List the newest published version of each measure and year. One query."""
    found: dict[tuple[int, int], Evaluation] = {}
    for one in db.session.scalars(_listed().where(Evaluation.published_at.is_not(None))):
        found.setdefault((one.year, one.measure_id), one)
    return list(found.values())


def versions(measure_id: int, year: int) -> list[Evaluation]:
    """List the versions of a measure's evaluation of a year, the newest first."""
    return list(
        db.session.scalars(
            _listed().where(Evaluation.measure_id == measure_id, Evaluation.year == year)
        )
    )


def change(change_id: int) -> ProposedChange:
    """Find a proposed change with its evaluation. Raises NotFoundError."""
    found = db.session.scalars(
        select(ProposedChange)
        .where(ProposedChange.id == change_id)
        .options(joinedload(ProposedChange.evaluation).joinedload(Evaluation.measure))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def calls_of(measure_id: int) -> list[Call]:
    """List the rounds of a measure in their first edition, drafts too: the last to close first."""
    return list(
        db.session.scalars(
            select(Call)
            .where(Call.measure_id == measure_id, Call.edition == 1)
            .order_by(Call.closes_on.desc(), Call.id.desc())
        )
    )


def _listed() -> Select[Evaluation]:
    return (
        select(Evaluation)
        .join(Measure, Measure.id == Evaluation.measure_id)
        .options(joinedload(Evaluation.measure), joinedload(Evaluation.signed_by))
        .order_by(Evaluation.year.desc(), Measure.code, Evaluation.number.desc())
    )


def _whole() -> Select[Evaluation]:
    return select(Evaluation).options(
        joinedload(Evaluation.measure),
        joinedload(Evaluation.written_by),
        joinedload(Evaluation.signed_by),
        selectinload(Evaluation.proposals).joinedload(ProposedChange.call),
    )


def _one(statement: Select[Evaluation]) -> Evaluation:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
