"""Checks of what cases carried over: the books moved what was signed, within what was unused."""

from collections.abc import Iterator

from sqlalchemy import func, select

from criteria.postings import COMMITTED
from followup.carryover.models import CarryOver
from foundation.database import db
from payments.books.models import Movement, MovementKind
from payments.models import Entry


def wrong_carry_overs() -> Iterator[str]:
    """Name signed answers that the ledger does not follow, and movements of cases that nobody signed."""
    booked = _booked()
    for one in db.session.scalars(
        select(CarryOver).where(CarryOver.movement_id.is_not(None)).order_by(CarryOver.id)
    ):
        taken = -((one.moved or 0) + (one.lapsed or 0))
        expected = {one.year: taken, one.year + 1: one.moved or 0}
        found = booked.pop(one.movement_id or 0, {})
        signed = {(one.application_id, year): amount for year, amount in expected.items() if amount}
        if found != signed:
            yield f"carry-over {one.id} was signed as {signed} øre and is booked as {found}"
    for movement in booked:
        yield f"movement {movement} of a case was signed by nobody"


def _booked() -> dict[int, dict[tuple[int | None, int], int]]:
    rows = db.session.execute(
        select(Entry.movement_id, Entry.application_id, Entry.year, func.sum(Entry.amount))
        .join(Movement, Movement.id == Entry.movement_id)
        .where(Movement.kind == MovementKind.CARRIED, Entry.booked_as.in_(COMMITTED))
        .group_by(Entry.movement_id, Entry.application_id, Entry.year)
        .order_by(Entry.movement_id, Entry.year)
    )
    found: dict[int, dict[tuple[int | None, int], int]] = {}
    for movement, case, year, amount in rows:
        found.setdefault(movement or 0, {})[case, year] = int(amount)
    return found
