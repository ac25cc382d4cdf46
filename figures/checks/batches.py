"""Checks of the batches: their lines are their sums, their files their rows, and each is booked once."""

from collections.abc import Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, joinedload

from criteria.postings import EntryKind
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.files import store
from payments.bank.order import bank_file
from payments.batches.models import PaymentBatch, PaymentLine
from payments.batches.orders import order_of
from payments.models import Entry, Instalment


def wrong_batches() -> Iterator[str]:
    """Name batches unlike their lines or their files, and lines unlike what is booked and planned."""
    yield from _unlike_lines()
    yield from _unlike_files()
    yield from _unlike_entries()
    yield from _unlike_instalments()


def _unlike_lines() -> Iterator[str]:
    rows = db.session.execute(
        select(
            PaymentBatch.id, PaymentBatch.number, PaymentBatch.total,
            func.count(PaymentLine.id), func.coalesce(func.sum(PaymentLine.amount), 0),
        )
        .outerjoin(PaymentLine, PaymentLine.batch_id == PaymentBatch.id)
        .group_by(PaymentBatch.id, PaymentBatch.number, PaymentBatch.total)
        .order_by(PaymentBatch.id)
    )  # fmt: skip
    for batch, number, total, lines, amount in rows:
        if (number, total) != (lines, int(amount)):
            yield f"batch {batch} of {number} payments and {total} øre has {lines} of {amount}"


def _unlike_files() -> Iterator[str]:
    """Write every bank file anew from the rows: the same bytes lie in the store."""
    batches = db.session.scalars(
        select(PaymentBatch)
        .where(PaymentBatch.file_sha256.is_not(None))
        .options(joinedload(PaymentBatch.payer))
        .order_by(PaymentBatch.id)
    ).all()
    for batch in batches:
        lines = db.session.scalars(
            select(PaymentLine)
            .where(PaymentLine.batch_id == batch.id)
            .order_by(PaymentLine.position)
        ).all()
        try:
            kept = store().read(batch.file_sha256 or "")
        except NotFoundError:
            continue  # the check of the files tells of it
        if kept != bank_file(order_of(batch, lines)):
            yield f"the bank file of batch {batch.id} is not what its rows say"


def _unlike_entries() -> Iterator[str]:
    """Compare each payment and what took it back with its entries in the ledger."""
    paid, counter = aliased(Entry), aliased(Entry)
    rows = db.session.scalars(
        select(PaymentLine.id)
        .join(PaymentLine.batch)
        .outerjoin(paid, paid.id == PaymentLine.entry_id)
        .outerjoin(counter, counter.id == PaymentLine.counter_id)
        .where(
            or_(
                PaymentBatch.authorised_at.is_not(None) != PaymentLine.entry_id.is_not(None),
                paid.kind != EntryKind.PAYMENT,
                paid.amount != PaymentLine.amount,
                counter.amount != -PaymentLine.amount,
                counter.kind.not_in((EntryKind.PAYMENT_RETURN, EntryKind.REVERSAL)),
            )
        )
        .order_by(PaymentLine.id)
    )
    for line in rows:
        yield f"payment line {line} is unlike its entries"


def _unlike_instalments() -> Iterator[str]:
    """Compare each living payment that is booked with its instalment: the same money, entry and account."""
    rows = db.session.scalars(
        select(PaymentLine.id)
        .join(PaymentLine.instalment)
        .where(
            PaymentLine.ended_at.is_(None),
            PaymentLine.entry_id.is_not(None),
            or_(
                PaymentLine.amount != Instalment.amount,
                PaymentLine.account_number != Instalment.account_number,
                PaymentLine.entry_id != func.coalesce(Instalment.entry_id, 0),
            ),
        )
        .order_by(PaymentLine.id)
    )
    for line in rows:
        yield f"payment line {line} is unlike its instalment"
