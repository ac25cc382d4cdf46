"""The reconciliation of a period: the payments that were to be made in it, against what the bank says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from applications.models import Application
from criteria.reconciliation import Ours, Reconciliation, Theirs, reconcile
from foundation.database import db
from foundation.money import NOTHING
from payments.bank.kinds import MessageKind
from payments.batches.kinds import Ending
from payments.batches.models import BankMessage, BankMovement, PaymentBatch, PaymentLine
from payments.models import Instalment

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Period:
    """Which days are reconciled, both included; None: from the first or to the last."""

    from_on: date | None = None
    to_on: date | None = None

    def holds(self, day: InstrumentedAttribute[date]) -> list[ColumnElement[bool]]:
        """Give what a day must be to lie in it."""
        where = []
        if self.from_on is not None:
            where.append(day >= self.from_on)
        if self.to_on is not None:
            where.append(day <= self.to_on)
        return where


def reconciliation_of(period: Period) -> Reconciliation:
    """Hold both sides against each other. Two queries.

    A payment belongs to the day the bank was asked to make it, and what the bank says of it follows it there.
    What the bank has and we lack belongs to the day the bank booked it.
    """
    return reconcile(_ours(period), _theirs(period))


def _ours(period: Period) -> list[Ours]:
    rows = db.session.execute(
        select(
            PaymentLine.reference,
            case((PaymentLine.ending == Ending.RETURNED, NOTHING), else_=PaymentLine.amount),
        )
        .join(PaymentLine.batch)
        .where(*_sent_in(period))
        .order_by(PaymentLine.id)
    )
    return [Ours(reference, amount) for reference, amount in rows]


def _theirs(period: Period) -> list[Theirs]:
    """Give what statements tell, and what notices tell of payments that no statement has come to."""
    told, message = aliased(BankMovement), aliased(BankMessage)
    on_statement = (
        exists()
        .where(told.line_id == BankMovement.line_id, told.message_id == message.id)
        .where(message.kind == MessageKind.STATEMENT)
    )
    sent = and_(BankMovement.line_id.is_not(None), *_sent_in(period))
    unknown = and_(BankMovement.line_id.is_(None), *period.holds(BankMovement.booked_on))
    rows = db.session.execute(
        select(PaymentLine.reference, BankMovement.amount, BankMovement.id)
        .join(BankMovement.message)
        .outerjoin(PaymentLine, PaymentLine.id == BankMovement.line_id)
        .outerjoin(PaymentBatch, PaymentBatch.id == PaymentLine.batch_id)
        .where(
            BankMovement.repeats_id.is_(None),
            or_(
                BankMessage.kind == MessageKind.STATEMENT,
                and_(BankMovement.line_id.is_not(None), ~on_statement),
            ),
            or_(sent, unknown),
        )
        .order_by(BankMovement.id)
    )
    return [Theirs(reference, amount, number) for reference, amount, number in rows]


def _sent_in(period: Period) -> list[ColumnElement[bool]]:
    return [PaymentBatch.sent_at.is_not(None), *period.holds(PaymentBatch.execute_on)]


def lines_by(references: Collection[str]) -> dict[str, PaymentLine]:
    """Find lines with their cases and batches by their references, some hundred at a time."""
    wanted, found = sorted(references), dict[str, PaymentLine]()
    for start in range(0, len(wanted), _AT_ONCE):
        rows = db.session.scalars(
            select(PaymentLine)
            .where(PaymentLine.reference.in_(wanted[start : start + _AT_ONCE]))
            .options(
                joinedload(PaymentLine.batch),
                joinedload(PaymentLine.instalment)
                .joinedload(Instalment.application)
                .joinedload(Application.call),
            )
        )
        found |= {one.reference: one for one in rows}
    return found


def movements_by(numbers: Sequence[int]) -> dict[int, BankMovement]:
    """Find movements with the files they came in by their ids, some hundred at a time."""
    found: dict[int, BankMovement] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        rows = db.session.scalars(
            select(BankMovement)
            .where(BankMovement.id.in_(numbers[start : start + _AT_ONCE]))
            .options(joinedload(BankMovement.message))
        )
        found |= {one.id: one for one in rows}
    return found
