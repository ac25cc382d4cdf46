"""Checks of stage gates: money that waits for one falls due when it is passed, and not before.

The database keeps it so (docs/decisions/0064). What is found was written past its triggers.
"""

from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select

from criteria.stagegates import PASSING
from foundation.database import db
from payments.models import Instalment
from payments.points.models import PointAccount, StageGate


def wrong_points() -> Iterator[str]:
    """Name instalments that wait for no point of their case, or are due otherwise than it is passed."""
    yield from _wait_in_vain()
    yield from _due_otherwise()
    yield from _passed_twice()


def _wait_in_vain() -> Iterator[str]:
    found = db.session.scalars(
        select(Instalment.id)
        .join(StageGate, StageGate.id == Instalment.stage_gate_id)
        .where(
            Instalment.amount > 0,
            or_(
                StageGate.application_id != Instalment.application_id,
                StageGate.withdrawn_at.is_not(None),
            ),
        )
        .order_by(Instalment.id)
    )
    for one in found:
        yield f"instalment {one} waits for a point that is withdrawn or of another case"


def _due_otherwise() -> Iterator[str]:
    passed = and_(
        PointAccount.point_id == Instalment.stage_gate_id, PointAccount.outcome.in_(PASSING)
    )
    found = db.session.execute(
        select(Instalment.id, Instalment.due_at, PointAccount.decided_at)
        .outerjoin(PointAccount, passed)
        .where(
            Instalment.stage_gate_id.is_not(None),
            Instalment.amount > 0,
            or_(
                Instalment.due_at.is_(None) != PointAccount.decided_at.is_(None),
                Instalment.due_at < PointAccount.decided_at,
            ),
        )
        .order_by(Instalment.id)
    )
    for one, due_at, decided_at in found:
        if due_at is None:
            yield f"instalment {one} is not due though the point that it waits for is passed"
        elif decided_at is None:
            yield f"instalment {one} is due though the point that it waits for is not passed"
        else:
            yield f"instalment {one} fell due before the point that it waits for was passed"


def _passed_twice() -> Iterator[str]:
    found = db.session.scalars(
        select(PointAccount.point_id)
        .where(PointAccount.outcome.in_(PASSING))
        .group_by(PointAccount.point_id)
        .having(func.count() > 1)
        .order_by(PointAccount.point_id)
    )
    for one in found:
        yield f"stage gate {one} is passed more than once"
