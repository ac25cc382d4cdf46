"""Acts on any row of a draft: take it away, move it up or down."""

from datetime import datetime

from accounts.models import Person
from foundation.database import db, transaction
from grants import conditions, rows
from grants.editing import hold_draft, record_change, refuse_later_edition
from grants.models import Call, Criterion, PortfolioBound, Question
from grants.rows import Row


def remove_row(call: Call, row: Row, *, by: Person, at: datetime) -> None:
    """Take a row out of a draft. Raises RuleBrokenError, StaleError."""
    with transaction():
        _hold(call, row)
        if isinstance(row, Question):
            conditions.refuse_faults(conditions.placed(call, row.purpose, but=row))
        rows.take_out(call, row)
        record_change(call, "call.row_removed", by=by, at=at, **_named(row))


def move_up(call: Call, row: Row, *, by: Person, at: datetime) -> None:
    """Let a row change places with the one shown before it; the first stays first."""
    with transaction():
        _hold(call, row)
        shown = rows.neighbours(call, row)
        place = shown.index(row)
        if place > 0:
            _swap(call, row, shown[place - 1])
        record_change(call, "call.row_moved", by=by, at=at, **_named(row))


def move_down(call: Call, row: Row, *, by: Person, at: datetime) -> None:
    """Let a row change places with the one shown after it; the last stays last."""
    with transaction():
        _hold(call, row)
        shown = rows.neighbours(call, row)
        place = shown.index(row)
        if place + 1 < len(shown):
            _swap(call, row, shown[place + 1])
        record_change(call, "call.row_moved", by=by, at=at, **_named(row))


def _hold(call: Call, row: Row) -> None:
    hold_draft(call)
    if isinstance(row, Criterion | PortfolioBound):
        refuse_later_edition(call)


def _swap(call: Call, one: Row, other: Row) -> None:
    if isinstance(one, Question) and isinstance(other, Question):
        moved = {one.code: other.position, other.code: one.position}
        conditions.refuse_faults(
            [
                (moved.get(sheet.code, position), sheet)
                for position, sheet in conditions.placed(call, one.purpose)
            ]
        )
    first, second = one.position, other.position
    one.position = -first  # payment steps must never share a place, not even for a moment
    db.session.flush()
    other.position = first
    db.session.flush()
    one.position = second


def _named(row: Row) -> dict[str, str | int]:
    return {"list": row.__tablename__, "position": row.position}
