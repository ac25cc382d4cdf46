"""What a statement or a notice does: each movement is kept and matched; what came back is booked. In acts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from applications.models import Application
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments import payouts
from payments.bank.statement import Movement, Statement
from payments.batches.models import BankMessage, BankMovement, PaymentBatch, PaymentLine
from payments.batches.queries import own_accounts
from payments.batches.refusals import BatchRefusal
from payments.batches.returning import give_back
from payments.models import Instalment

_AT_ONCE = 500


def take_in(message: BankMessage, told: Sequence[Statement], by: Person, at: datetime) -> None:
    """Keep the movements, matched by reference; a sent payment that came back whole is booked as returned."""
    if not {one.account for one in told} <= own_accounts():
        raise RuleBrokenError(BatchRefusal.OTHER_ACCOUNT)
    message.from_on = min((one.from_on for one in told if one.from_on), default=None)
    message.to_on = max((one.to_on for one in told if one.to_on), default=None)
    message.opening, message.closing = told[0].opening, told[-1].closing
    db.session.flush()  # the movements refer to the message
    movements = [one for statement in told for one in statement.movements]
    lines = _lines(sorted({one.reference for one in movements if one.reference}))
    earlier = _earlier(message, movements)
    payouts.hold([one.instalment_id for one in lines.values()])
    returned = []
    for one in movements:
        line, repeats = lines.get(one.reference or ""), earlier.get(_key(one))
        _keep(message, one, line, repeats)
        if line is not None and repeats is None and one.amount == -line.amount:
            line.code, line.bank_text = one.code, one.text or None
            returned.append(line)
    give_back(returned, by, at)


def _keep(
    message: BankMessage, one: Movement, line: PaymentLine | None, repeats: int | None
) -> None:
    db.session.add(
        BankMovement(
            message_id=message.id,
            line_id=line.id if line else None,
            repeats_id=repeats,
            reference=one.reference,
            servicer_reference=one.servicer_reference,
            amount=one.amount,
            booked_on=one.booked_on,
            account=one.account,
            name=one.name,
            text=one.text,
            code=one.code,
        )
    )


def _lines(references: Sequence[str]) -> dict[str, PaymentLine]:
    """Find the payments of batches that were sent, by their references."""
    found: dict[str, PaymentLine] = {}
    for start in range(0, len(references), _AT_ONCE):
        rows = db.session.scalars(
            select(PaymentLine)
            .join(PaymentLine.batch)
            .where(
                PaymentLine.reference.in_(references[start : start + _AT_ONCE]),
                PaymentBatch.sent_at.is_not(None),
            )
            .options(
                joinedload(PaymentLine.instalment)
                .joinedload(Instalment.application)
                .joinedload(Application.call)
            )
            .order_by(PaymentLine.instalment_id)
        )
        found |= {one.reference: one for one in rows}
    return found


_Key = tuple[str | None, str | None, Ore]


def _earlier(message: BankMessage, movements: Sequence[Movement]) -> dict[_Key, int]:
    """Find movements that another file of the same kind has told of, by the bank's own numbers of them."""
    numbers = sorted({one.servicer_reference for one in movements if one.servicer_reference})
    found: dict[_Key, int] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        rows = db.session.execute(
            select(
                BankMovement.servicer_reference, BankMovement.reference, BankMovement.amount,
                BankMovement.id,
            )
            .join(BankMovement.message)
            .where(
                BankMovement.servicer_reference.in_(numbers[start : start + _AT_ONCE]),
                BankMovement.message_id != message.id,
                BankMovement.repeats_id.is_(None),
                BankMessage.kind == message.kind,
            )
        )  # fmt: skip
        found |= {(own, reference, amount): number for own, reference, amount, number in rows}
    return found


def _key(one: Movement) -> _Key:
    return one.servicer_reference, one.reference, one.amount
