"""The interest that is charged on claims: which days, and which charges stand."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased, joinedload

from foundation.database import db
from payments.interest.models import InterestCharge
from payments.models import Entry
from payments.reclaims.models import Reclaim

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
    """Give the last day that interest is charged for on a claim; None: nothing is.

    Of a share of a claim that was divided: at least the last day that was charged before it was.
    """
    return _charged_until(reclaim_id, None)


def _charged_until(reclaim_id: int, before: int | None) -> date | None:
    """Give the last day charged by what was booked before an entry, or by all."""
    found = _standing(reclaim_id)
    if before is not None:
        found = found.where(InterestCharge.entry_id < before)
    last: date | None = db.session.scalar(
        found.with_only_columns(func.max(InterestCharge.last_on))
    )
    if last is not None:
        return last
    divided = (
        select(Reclaim.origin_id, func.min(Entry.id))
        .join(Entry, Entry.reclaim_id == Reclaim.id)
        .where(Reclaim.id == reclaim_id, Reclaim.origin_id.is_not(None))
        .group_by(Reclaim.origin_id)
    )
    origin, first = db.session.execute(divided).one_or_none() or (None, None)
    return None if origin is None else _charged_until(origin, first)


def days_of_year(reclaim_id: int, year: int) -> tuple[date, date]:
    """Give the first and the last day of what is charged on a claim and booked in a year."""
    days = (
        _standing(reclaim_id)
        .with_only_columns(func.min(InterestCharge.first_on), func.max(InterestCharge.last_on))
        .join(Entry, Entry.id == InterestCharge.entry_id)
        .where(Entry.year == year)
    )
    first, last = db.session.execute(days).one()
    return first, last


def charged_after(reclaim_id: int, entry_id: int) -> bool:
    """Tell whether a charge stands on a claim that was booked after an entry."""
    later = _standing(reclaim_id).where(InterestCharge.entry_id > entry_id)
    return db.session.scalars(later).first() is not None


def _standing(reclaim_id: int) -> Select[InterestCharge]:
    return select(InterestCharge).where(InterestCharge.reclaim_id == reclaim_id, STANDS)
