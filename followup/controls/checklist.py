"""Which list of points a control gets: its round's own, else the scheme's, else the standard."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, select

from followup.controls.models import CheckPoint, ControlPoint
from followup.controls.standard import STANDARD, Point
from foundation.database import db


def points_of(scheme_id: int, call_id: int | None = None) -> list[Point]:
    """Give the list that is written for a scheme, or for a round of it; empty when there is none."""
    rows = db.session.scalars(
        select(CheckPoint)
        .where(in_list(scheme_id, call_id))
        .order_by(CheckPoint.position)
    )
    return [Point(one.code, one.text, one.severity, one.basis) for one in rows]


def in_list(scheme_id: int, call_id: int | None) -> ColumnElement[bool]:
    """Pick the points of a round's own list; without a round, those of the scheme's."""
    return and_(CheckPoint.scheme_id == scheme_id, CheckPoint.call_id.is_not_distinct_from(call_id))


def list_for(scheme_id: int, call_id: int | None = None) -> Sequence[Point]:
    """Give the list that holds for a round now; without a round, for the scheme."""
    own = points_of(scheme_id, call_id) if call_id is not None else []
    return own or points_of(scheme_id) or STANDARD


def copied(points: Sequence[Point]) -> list[ControlPoint]:
    """Copy a list for a control that is opened: it keeps it, whatever is written afterwards."""
    return [
        ControlPoint(
            position=position,
            code=one.code,
            text=one.text,
            severity=one.severity,
            basis=one.basis,
        )
        for position, one in enumerate(points, start=1)
    ]
