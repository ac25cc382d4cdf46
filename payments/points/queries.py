"""Reading stage gates: of one case, for either side, and all that somebody waits for."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from criteria.stagegates import PASSING, PointState
from criteria.steps import Step
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from payments.models import Instalment
from payments.points.models import PointAccount, StageGate

WAITING = (PointState.AWAITS_DECISION, PointState.STOPPED, PointState.AWAITS_ACCOUNT)
"""The states in which somebody has something to do, in the order that the office lists them."""


def whole() -> tuple[LoaderOption, ...]:
    """Load a point with its case, and what was told there with who told it."""
    return (
        joinedload(StageGate.application),
        selectinload(StageGate.accounts).joinedload(PointAccount.told_by),
    )


def points_in(application_id: int) -> Sequence[StageGate]:
    """List the points of a case, the first due first, whole. Two queries."""
    return db.session.scalars(
        select(StageGate)
        .where(StageGate.application_id == application_id)
        .options(*whole())
        .order_by(StageGate.due_on, StageGate.id)
    ).all()


def point_of(person: Person, point_id: int) -> StageGate:
    """Find a point of a project that the person's organisations take part in. Raises NotFoundError."""
    takes_part = exists().where(
        Partner.application_id == StageGate.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return _one(select(StageGate).where(StageGate.id == point_id, takes_part))


def any_point(point_id: int) -> StageGate:
    """Find a point for the office. Raises NotFoundError."""
    return _one(select(StageGate).where(StageGate.id == point_id))


def points_waiting() -> list[StageGate]:
    """List the points that are neither passed nor withdrawn, of grants in force. Two queries.

    Those that wait for the office first, then those that are stopped, then the first due.
    """
    found = db.session.scalars(
        select(StageGate)
        .join(StageGate.application)
        .where(
            StageGate.withdrawn_at.is_(None),
            Application.step == Step.ACCEPTED,
            ~StageGate.accounts.any(PointAccount.outcome.in_(PASSING)),
        )
        .options(*whole())
        .order_by(StageGate.due_on, StageGate.id)
    )
    return sorted(found, key=lambda one: WAITING.index(one.state))


def standing_points(application_id: int) -> dict[int, str]:
    """Give the names of the points of a case that are not withdrawn, by id, the first due first."""
    return dict(
        db.session.execute(
            select(StageGate.id, StageGate.name)
            .where(
                StageGate.application_id == application_id, StageGate.withdrawn_at.is_(None)
            )
            .order_by(StageGate.due_on, StageGate.id)
        ).all()
    )


def passed_points(application_id: int) -> frozenset[int]:
    """Give the points of a case that the project is past."""
    return frozenset(
        db.session.scalars(
            select(PointAccount.point_id)
            .join(PointAccount.point)
            .where(
                StageGate.application_id == application_id, PointAccount.outcome.in_(PASSING)
            )
        )
    )


def money_at(application_id: int) -> dict[int, Ore]:
    """Add up the instalments of a case that wait for its points, or waited, by the points' numbers."""
    rows = db.session.execute(
        select(Instalment.stage_gate_id, func.sum(Instalment.amount))
        .where(
            Instalment.application_id == application_id,
            Instalment.stage_gate_id.is_not(None),
            Instalment.amount > 0,
        )
        .group_by(Instalment.stage_gate_id)
    )
    return {point: Ore(int(amount)) for point, amount in rows if point is not None}


def expected_before(account: PointAccount, application_id: int) -> Ore | None:
    """Give what a case was expected to cost when something was last told before an account, at any point."""
    return db.session.scalar(
        select(PointAccount.expected)
        .join(PointAccount.point)
        .where(StageGate.application_id == application_id, PointAccount.id < account.id)
        .order_by(PointAccount.id.desc())
        .limit(1)
    )


def _one(statement: Select[StageGate]) -> StageGate:
    found = db.session.scalars(statement.options(*whole())).first()
    if found is None:
        raise NotFoundError
    return found
