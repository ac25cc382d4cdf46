"""Reading the books: how far they have come, what is moved, and the months that are closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from criteria.periods import Books, last_day_of
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from payments.books.models import ClosedMonth, Movement
from payments.models import Entry


def books_so_far() -> Books:
    """Tell the first day that anything is booked on, and the last that is closed."""
    begun_on, closed_through = db.session.execute(
        select(
            select(func.min(Entry.booked_on)).scalar_subquery(),
            select(func.max(ClosedMonth.last_day)).scalar_subquery(),
        )
    ).one()
    return Books(begun_on, closed_through)


@dataclass(frozen=True, slots=True)
class Booked:
    """How many entries are booked in a month, and what their amounts add up to in øre."""

    entries: int
    amount: Ore


def booked_in(first_day: date) -> Booked:
    """Add up what is booked in the month that a day begins."""
    entries, amount = db.session.execute(
        select(func.count(), func.coalesce(func.sum(Entry.amount), 0)).where(
            Entry.booked_on.between(first_day, last_day_of(first_day))
        )
    ).one()
    return Booked(entries, Ore(int(amount)))


def closed_months() -> Sequence[ClosedMonth]:
    """List the closed months, the last first, with who closed them."""
    return db.session.scalars(
        select(ClosedMonth)
        .order_by(ClosedMonth.first_day.desc())
        .options(joinedload(ClosedMonth.closed_by))
    ).all()


def movement(movement_id: int) -> Movement:
    """Find a movement with who made it. Raises NotFoundError."""
    found = db.session.scalars(
        select(Movement).where(Movement.id == movement_id).options(joinedload(Movement.made_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def entries_of(movement_id: int) -> Sequence[Entry]:
    """List the entries of a movement in their order, with post and case."""
    return db.session.scalars(
        select(Entry)
        .where(Entry.movement_id == movement_id)
        .order_by(Entry.id)
        .options(joinedload(Entry.budget_post), joinedload(Entry.application))
    ).all()


def counter_of_movement(movement_id: int) -> Movement | None:
    """Give the movement that counters another, if there is one."""
    return db.session.scalars(select(Movement).where(Movement.counters_id == movement_id)).first()
