"""From the ledger's payments to the bank: what is sent in batches, what waits to be, and what no batch has.

Every payment that is booked and every one that came back is in exactly one of the three, so that nothing paid
past the batches stays out of sight. Repayments of claims come in another way and are not among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from criteria.postings import EntryKind
from foundation.database import db
from foundation.money import Ore
from payments.batches.models import PaymentBatch, PaymentLine
from payments.batches.reconciling import Period
from payments.models import Entry


@dataclass(frozen=True, slots=True)
class Sum:
    """How many, and what they come to."""

    number: int
    amount: Ore


@dataclass(frozen=True, slots=True)
class Bridge:
    """The payments of a period by the way they went, and the first of those that are in no batch.

    `ledger`: what the ledger says of all of them; None for a part of the time, where a payment is booked on
    one day and made on another.
    """

    sent: Ore
    unsent: Sum
    outside: Sum
    entries: Sequence[Entry]
    ledger: Ore | None

    @property
    def unexplained(self) -> Ore:
        """What the ledger has beyond the three; nothing when all is right."""
        if self.ledger is None:
            return Ore(0)
        return Ore(self.ledger - self.sent - self.unsent.amount - self.outside.amount)


def bridge_of(period: Period, sent: Ore, shown: int | None) -> Bridge:
    """Hold the ledger against what is sent. Four queries at most."""
    outside = _outside(period)
    whole = period == Period()
    return Bridge(
        sent=sent,
        unsent=_sum(PaymentLine.amount, *_unsent(period)),
        outside=_sum(Entry.amount, *outside),
        entries=db.session.scalars(
            select(Entry)
            .where(*outside)
            .options(joinedload(Entry.application))
            .order_by(Entry.id)
            .limit(shown)
        ).all(),
        ledger=_sum(Entry.amount, _IS_PAYMENT).amount if whole else None,
    )


_IS_PAYMENT = Entry.booked_as.in_((EntryKind.PAYMENT, EntryKind.PAYMENT_RETURN))


def _unsent(period: Period) -> list[ColumnElement[bool]]:
    return [
        PaymentLine.batch_id == PaymentBatch.id,
        PaymentLine.entry_id.is_not(None),
        PaymentLine.ended_at.is_(None),
        PaymentBatch.sent_at.is_(None),
        *period.holds(PaymentBatch.execute_on),
    ]


def _outside(period: Period) -> list[ColumnElement[bool]]:
    paid, taken_back = (
        exists().where(column == Entry.id)
        for column in (PaymentLine.entry_id, PaymentLine.counter_id)
    )
    return [_IS_PAYMENT, ~paid, ~taken_back, *period.holds(Entry.booked_on)]


def _sum(amount: InstrumentedAttribute[Ore], *where: ColumnElement[bool]) -> Sum:
    number, total = db.session.execute(select(func.count(), func.sum(amount)).where(*where)).one()
    return Sum(number, Ore(int(total or 0)))
