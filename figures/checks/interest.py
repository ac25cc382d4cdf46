"""Checks of interest on claims: each charge has its days, none twice, and is no more than the rule gives."""

from collections.abc import Iterator

from sqlalchemy import case, func, select

from applications.models import Application
from criteria.interest import Stretch
from criteria.postings import INTEREST_OWED, EntryKind
from foundation.database import db
from foundation.money import NOTHING
from grants.models import Call
from payments.interest.charges import STANDS
from payments.interest.models import InterestCharge, InterestRate
from payments.models import Entry
from payments.reclaims.models import Reclaim


def wrong_interest() -> Iterator[str]:
    """Name charges without their days, days charged twice, and amounts that no rule gives."""
    yield from _without_days()
    yield from _days_and_amounts()
    yield from _settled_too_much()


def _without_days() -> Iterator[str]:
    rows = db.session.scalars(
        select(Entry.id)
        .outerjoin(InterestCharge, InterestCharge.entry_id == Entry.id)
        .where(
            Entry.kind == EntryKind.INTEREST,
            Entry.amount > 0,  # what is less was divided: it is charged of others, for the same days
            InterestCharge.entry_id.is_(None),
        )
        .order_by(Entry.id)
    )
    for number in rows:
        yield f"entry {number} charges interest for no days"


def _days_and_amounts() -> Iterator[str]:
    """Hold each standing charge against those before it and the highest rate there has been.

    What a rule gives at most is interest of all that was decided; each day may be rounded up by itself. What
    a share of a claim bears may have run while more was owed: it is held against the largest of its case.
    """
    largest = (
        select(Reclaim.application_id, func.max(Reclaim.decided_amount).label("amount"))
        .group_by(Reclaim.application_id)
        .subquery()
    )
    bears = case(
        (Reclaim.origin_id.is_not(None), largest.c.amount), else_=Reclaim.decided_amount
    )
    highest = (
        select(InterestRate.scheme_id, func.max(InterestRate.basis_points).label("points"))
        .group_by(InterestRate.scheme_id)
        .subquery()
    )
    rows = db.session.execute(
        select(InterestCharge, Entry, bears, func.coalesce(highest.c.points, 0))
        .join(Entry, Entry.id == InterestCharge.entry_id)
        .join(Reclaim, Reclaim.id == InterestCharge.reclaim_id)
        .join(largest, largest.c.application_id == Reclaim.application_id)
        .join(Application, Application.id == Reclaim.application_id)
        .join(Call, Call.id == Application.call_id)
        .outerjoin(highest, highest.c.scheme_id == Call.scheme_id)
        .where(STANDS)
        .order_by(InterestCharge.reclaim_id, InterestCharge.entry_id)
    )
    before: InterestCharge | None = None
    for one, entry, decided, points in rows:
        if (entry.kind, entry.reclaim_id) != (EntryKind.INTEREST, one.reclaim_id):
            yield f"entry {entry.id} is no interest on reclaim {one.reclaim_id}"
        if before and before.reclaim_id == one.reclaim_id and before.last_on >= one.first_on:
            yield f"entries {before.entry_id} and {entry.id} charge interest for the same days"
        most = Stretch(one.first_on, one.last_on, decided or NOTHING, points)
        if entry.amount > most.interest + most.days:
            yield f"entry {entry.id} charges {entry.amount} øre of interest, more than the rule gives"
        before = one


def _settled_too_much() -> Iterator[str]:
    rows = db.session.execute(
        select(Entry.reclaim_id, func.sum(Entry.amount))
        .where(Entry.booked_as.in_(INTEREST_OWED))
        .group_by(Entry.reclaim_id)
        .having(func.sum(Entry.amount) < 0)
        .order_by(Entry.reclaim_id)
    )
    for number, left in rows:
        yield f"reclaim {number} has {-left} øre of interest settled that was never charged"
