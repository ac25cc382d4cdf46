"""Checks of the books: kept balances, money that is moved, and months that are closed."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from criteria.periods import last_day_of
from criteria.postings import (
    APPROPRIATED,
    CLAIMED,
    COMMITTED,
    INTEREST_OWED,
    PAID,
    EntryKind,
)
from foundation.database import db
from payments.books.models import (
    CaseBalance,
    ClosedMonth,
    Movement,
    MovementKind,
    PostBalance,
)
from payments.books.queries import booked_in
from payments.models import Entry
from payments.reclaims.models import Reclaim

_MADE_OF = {
    "appropriated": APPROPRIATED,
    "committed": COMMITTED,
    "paid": PAID,
    "claimed": CLAIMED,
    "interest": INTEREST_OWED,
}
_Sums = dict[tuple[int, ...], tuple[int, ...]]


def wrong_balances() -> Iterator[str]:
    """Make every kept balance anew from the entries, and name those that are otherwise."""
    of_posts = (Entry.budget_post_id, Entry.year)
    yield from _unlike(
        "post and year",
        _kept([PostBalance.budget_post_id, PostBalance.year], PostBalance, tuple(_MADE_OF)),
        _made_anew(of_posts, tuple(_MADE_OF)),
    )
    of_cases = (Entry.application_id, *of_posts)
    yield from _unlike(
        "case, post and year",
        _kept(
            [CaseBalance.application_id, CaseBalance.budget_post_id, CaseBalance.year],
            CaseBalance,
            tuple(_MADE_OF)[1:],
        ),
        _made_anew(of_cases, tuple(_MADE_OF)[1:], Entry.application_id.is_not(None)),
    )


def wrong_movements() -> Iterator[str]:
    """Name movements between posts and years that do not add up to 0, and reversals of other amounts."""
    rows = db.session.execute(
        select(
            Movement.id,
            Movement.kind,
            Movement.counters_id,
            func.count(Entry.id),
            func.coalesce(func.sum(Entry.amount), 0),
        )
        .outerjoin(Entry, Entry.movement_id == Movement.id)
        .group_by(Movement.id, Movement.kind, Movement.counters_id)
        .order_by(Movement.id)
    )
    seen: dict[int | None, tuple[int, int]] = {}
    for number, kind, counters, entries, amount in rows:
        seen[number] = (entries, int(amount))
        expected = (_PAIR, 0) if kind in _BETWEEN_PLACES else seen[number]
        if kind is MovementKind.REVERSAL:
            countered, before = seen.get(counters, (0, 0))
            expected = (countered, -before)
        if seen[number] != expected or not entries:
            yield f"movement {number} has {entries} entries that add up to {amount} øre"


def wrong_months() -> Iterator[str]:
    """Name closed months that do not follow each other, or hold other entries than when they were closed."""
    before = None
    for month in db.session.scalars(select(ClosedMonth).order_by(ClosedMonth.first_day)):
        day = month.first_day.isoformat()
        if month.follows != before:
            yield f"the month of {day} does not follow the one before it"
        if month.last_day != last_day_of(month.first_day):
            yield f"the month of {day} ends on {month.last_day.isoformat()}"
        booked = booked_in(month.first_day)
        if (booked.entries, booked.amount) != (month.entries, month.amount):
            yield f"the month of {day} was closed with other entries"
        before = month.first_day


def wrong_claims() -> Iterator[str]:
    """Name reclaims for which another amount is claimed or cut in the ledger than was decided.

    What others owe a share of is claimed of them.
    """
    booked = (
        select(Entry.reclaim_id, func.sum(Entry.amount).label("amount"))
        .where(Entry.kind == EntryKind.CLAIM)
        .group_by(Entry.reclaim_id)
        .subquery()
    )
    share = aliased(Reclaim)
    shared = (
        select(share.origin_id, func.sum(share.decided_amount).label("amount"))
        .group_by(share.origin_id)
        .subquery()
    )
    claimed = func.coalesce(booked.c.amount, 0) + func.coalesce(shared.c.amount, 0)
    rows = db.session.execute(
        select(Reclaim.id, Reclaim.decided_amount, claimed)
        .outerjoin(booked, booked.c.reclaim_id == Reclaim.id)
        .outerjoin(shared, shared.c.origin_id == Reclaim.id)
        .where(func.coalesce(Reclaim.decided_amount, 0) != claimed)
        .order_by(Reclaim.id)
    )
    for number, decided, amount in rows:
        yield f"reclaim {number} was decided for {decided or 0} øre, but {amount or 0} are claimed"
    yield from _unlike_cuts()


def _unlike_cuts() -> Iterator[str]:
    """Compare what reductions take from what is not paid with what is promised no more because of them."""
    booked = (
        select(Entry.reclaim_id, func.sum(Entry.amount).label("amount"))
        .join(Movement, Movement.id == Entry.movement_id)
        .where(Movement.kind == MovementKind.REDUCED)
        .group_by(Entry.reclaim_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Reclaim.id, Reclaim.cut_amount, booked.c.amount)
        .outerjoin(booked, booked.c.reclaim_id == Reclaim.id)
        .where(func.coalesce(Reclaim.cut_amount, 0) != -func.coalesce(booked.c.amount, 0))
        .order_by(Reclaim.id)
    )
    for number, decided, amount in rows:
        yield f"reclaim {number} cuts {decided or 0} øre, but {-(amount or 0)} are promised no more"


_PAIR = 2
_BETWEEN_PLACES = (MovementKind.TRANSFER, MovementKind.CARRY_OVER)


def _kept(
    key: list[InstrumentedAttribute[Any]],
    of: type[PostBalance] | type[CaseBalance],
    figures: tuple[str, ...],
) -> _Sums:
    columns = [of.entries, *(getattr(of, one) for one in figures)]
    rows = db.session.execute(select(*key, *columns))
    return {tuple(row[: len(key)]): tuple(map(int, row[len(key) :])) for row in rows}


def _made_anew(
    key: tuple[InstrumentedAttribute[Any], ...],
    figures: tuple[str, ...],
    *where: ColumnElement[bool],
) -> _Sums:
    sums = [
        func.sum(case((Entry.booked_as.in_(_MADE_OF[one]), Entry.amount), else_=0))
        for one in figures
    ]
    rows = db.session.execute(select(*key, func.count(), *sums).where(*where).group_by(*key))
    return {tuple(row[: len(key)]): tuple(map(int, row[len(key) :])) for row in rows}


def _unlike(what: str, kept: _Sums, anew: _Sums) -> Iterator[str]:
    for key in sorted(kept.keys() | anew.keys()):
        if kept.get(key) != anew.get(key):
            yield f"{what} {key} is kept as {kept.get(key)} and adds up to {anew.get(key)}"
