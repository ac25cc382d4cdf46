"""Reading who owes a decision of its own, and what is registered."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Partner
from applications.queries.one import ACTS_FOR
from decisions.localdecisions.models import LocalDecision, OwedDecision
from foundation.database import db
from foundation.errors import NotFoundError

LACKS = (
    OwedDecision.released_at.is_(None)
    & ~exists()
    .where(LocalDecision.owed_id == OwedDecision.id, LocalDecision.infected_at.is_(None))
    .correlate(OwedDecision)
)
"""Payment waits for it: as the database itself asks."""


def whole() -> tuple[LoaderOption, ...]:
    """Load what is owed with its kommune, and what is registered with who registered it."""
    return (
        joinedload(OwedDecision.organisation),
        selectinload(OwedDecision.decisions).joinedload(LocalDecision.registered_by),
    )


def owed_in(application_id: int) -> Sequence[OwedDecision]:
    """List the kommuner of a case that must decide, in the order they came to owe it, whole. Two queries."""
    return db.session.scalars(
        select(OwedDecision)
        .where(OwedDecision.application_id == application_id)
        .options(*whole())
        .order_by(OwedDecision.id)
    ).all()


def lacking_among(applications: Collection[int]) -> frozenset[int]:
    """Give those cases in which payment waits for a kommune's own decision."""
    return frozenset(
        db.session.scalars(
            select(OwedDecision.application_id).where(
                OwedDecision.application_id.in_(applications), LACKS
            )
        )
    )


def document_for(person: Person, decision_id: int) -> LocalDecision:
    """Find a decision in a case that the person's organisations take part in. Raises NotFoundError."""
    takes_part = exists().where(
        Partner.application_id == OwedDecision.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return _one(_by_id(decision_id).where(takes_part))


def any_document(decision_id: int) -> tuple[LocalDecision, int]:
    """Find a decision for the office, with its case. Raises NotFoundError."""
    found = _one(_by_id(decision_id).options(joinedload(LocalDecision.owed)))
    return found, found.owed.application_id


def _by_id(decision_id: int) -> Select[LocalDecision]:
    return (
        select(LocalDecision).join(LocalDecision.owed).where(LocalDecision.id == decision_id)
    )


def _one(statement: Select[LocalDecision]) -> LocalDecision:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
