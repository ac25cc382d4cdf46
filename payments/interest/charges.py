"""The interest that is charged on claims: which days, and which charges stand."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased, joinedload

from foundation.database import db
from payments.interest.models import InterestCharge
from payments.models import Entry

_Counter = aliased(Entry)
STANDS: ColumnElement[bool] = (
    ~select(_Counter.id).where(_Counter.counters_id == InterestCharge.entry_id).exists()
)
"""Whether a charge stands: its entry is not countered."""


def charges_of(reclaim_id: int) -> Sequence[InterestCharge]:
    """List the charges that stand on a claim, the first first, with their entries. One query."""
    return db.session.scalars(
        _standing(reclaim_id)
        .options(joinedload(InterestCharge.entry))
        .order_by(InterestCharge.entry_id)
    ).all()


def charged_until(reclaim_id: int) -> date | None:
    """Give the last day that interest is charged for on a claim; None: nothing is."""
    last = _standing(reclaim_id).with_only_columns(func.max(InterestCharge.last_on))
    return db.session.scalar(last)


def charged_after(reclaim_id: int, entry_id: int) -> bool:
    """Tell whether a charge stands on a claim that was booked after an entry; 0: whether any does."""
    later = _standing(reclaim_id).where(InterestCharge.entry_id > entry_id)
    return db.session.scalars(later).first() is not None


def _standing(reclaim_id: int) -> Select[InterestCharge]:
    return select(InterestCharge).where(InterestCharge.reclaim_id == reclaim_id, STANDS)
