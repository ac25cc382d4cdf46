"""What a claim that is paid late bears in interest beyond what is charged, with how it is reckoned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from criteria import interest
from criteria.interest import Moved, Rate, Stretch
from criteria.postings import EntryKind
from foundation import clock
from foundation.database import db
from foundation.money import Ore
from payments.interest.charges import charged_until
from payments.interest.rates import rates_of
from payments.models import Entry
from payments.reclaims.queries import ReclaimView


@dataclass(frozen=True, slots=True)
class LateInterest:
    """The interest of a claim until a day, it counted, in stretches, and the rules that it is by."""

    until: date
    stretches: Sequence[Stretch]
    sources: Sequence[str]

    @property
    def first(self) -> date:
        """The first day that bears any."""
        return self.stretches[0].first

    @property
    def total(self) -> Ore:
        """All of it."""
        return interest.total(self.stretches)


def late_interest(view: ReclaimView, until: date | None = None) -> LateInterest | None:
    """Reckon the interest of a claim that is not charged yet, until a day or today; None: there is none."""
    rates = rates_of(view.reclaim.application.call.scheme_id)
    if not rates or not view.due:
        return None
    last = until or clock.today()
    found = interest.stretches(
        view.due,
        _settled(view.reclaim.id),
        [Rate(one.from_on, one.basis_points) for one in rates],
        last,
        after=charged_until(view.reclaim.id),
    )
    if not found:
        return None
    by_rule = {one.source for one in rates if one.basis_points in {of.basis_points for of in found}}
    return LateInterest(last, found, sorted(by_rule))


def _settled(reclaim_id: int) -> list[Moved]:
    """Give what has come in or been written off, by the day it happened.

    What was taken back is taken from the day that it corrects: it never came.
    """
    corrected = aliased(Entry)
    day = func.coalesce(
        corrected.happened_on, corrected.booked_on, Entry.happened_on, Entry.booked_on
    )
    rows = db.session.execute(
        select(day, func.sum(Entry.amount))
        .outerjoin(corrected, corrected.id == Entry.counters_id)
        .where(
            Entry.reclaim_id == reclaim_id,
            Entry.booked_as.in_((EntryKind.REPAYMENT, EntryKind.WRITE_OFF)),
        )
        .group_by(day)
        .order_by(day)
    )
    return [Moved(on, Ore(-int(amount))) for on, amount in rows]
