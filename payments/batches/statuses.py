"""What a status report does: every payment gets its status, and what is refused comes back. In acts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from foundation.database import db, locked
from foundation.errors import RuleBrokenError
from payments import payouts
from payments.bank.status import REFUSED, PaymentStatus, StatusReport
from payments.batches.kinds import BatchState
from payments.batches.models import BankMessage, PaymentBatch, PaymentLine
from payments.batches.queries import lines_of
from payments.batches.refusals import BatchRefusal
from payments.batches.returning import give_back
from payments.batches.states import state_of


def take_in(message: BankMessage, report: StatusReport, by: Person, at: datetime) -> None:
    """Give each payment of the order its status; what is refused is booked as returned."""
    batch = _ordered(report)
    message.about, message.status = report.order_id, report.status
    db.session.flush()  # the message gets its id
    lines = lines_of(batch.id)
    payouts.hold([one.instalment_id for one in lines])
    told_of = _told(report, lines)
    for line, told in told_of:
        line.status, line.code, line.bank_text = told.status, told.code, told.text or None
    give_back([line for line, told in told_of if told.status == REFUSED], by, at)


def _ordered(report: StatusReport) -> PaymentBatch:
    batch = db.session.scalars(
        select(PaymentBatch).where(PaymentBatch.message_id == report.order_id)
    ).first()
    if batch is None:
        raise RuleBrokenError(BatchRefusal.UNKNOWN_ORDER)
    locked(batch)
    if state_of(batch) is not BatchState.SENT:
        raise RuleBrokenError(BatchRefusal.ORDER_NOT_SENT)
    return batch


def _told(
    report: StatusReport, lines: Sequence[PaymentLine]
) -> list[tuple[PaymentLine, PaymentStatus]]:
    """Pair the order's lines with what is said of each, or of all of them together."""
    named = {one.reference: one for one in report.payments}
    if named.keys() - {one.reference for one in lines}:
        raise RuleBrokenError(BatchRefusal.UNKNOWN_PAYMENT)
    pairs = []
    for line in lines:
        told = named.get(line.reference)
        if report.status is not None and (told is None or report.refuses_all):
            own = told if told is not None and told.code else report
            told = PaymentStatus(line.reference, report.status, own.code, own.text)
        if told is not None and line.ended_at is None:
            pairs.append((line, told))
    return pairs
