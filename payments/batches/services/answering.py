"""Taking in what the bank answers, once, and looking into what it sent back."""

from datetime import datetime

from sqlalchemy import or_, select

from accounts import audit
from accounts.models import Person
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.files import Stored, store
from payments.bank.message import Answer, read_answer
from payments.bank.status import StatusReport
from payments.batches import statements, statuses
from payments.batches.kinds import Ending
from payments.batches.models import BankMessage, PaymentLine
from payments.batches.queries import payer
from payments.batches.refusals import BatchRefusal
from payments.queries.hindrances import hindrances_to_attest

LONGEST_FINDING = 500


def receive(content: bytes, *, filename: str, by: Person, at: datetime) -> BankMessage:
    """Take in a file from the bank: what it refuses comes back, what it paid is matched.

    Raises BankFileError when it cannot be read, RuleBrokenError(BatchRefusal) when it was taken in before,
    answers an order that we have not sent, or tells of another account.
    """
    answer = read_answer(content)
    kept = store().keep(content, "application/xml")
    with transaction():
        drawn_on = payer()
        if drawn_on is None:
            raise RuleBrokenError(BatchRefusal.NO_PAYER)
        locked(drawn_on)  # one file at a time
        _refuse_known(answer, kept)
        message = BankMessage(
            kind=answer.kind,
            message_id=answer.message_id,
            filename=filename[-200:],
            sha256=kept.sha256,
            number=answer.number,
            received_at=at,
            received_by_id=by.id,
        )
        db.session.add(message)
        if isinstance(answer.content, StatusReport):
            statuses.take_in(message, answer.content, by, at)
        else:
            statements.take_in(message, answer.content, by, at)
        audit.record(
            "bank.received", subject=f"bank_message:{message.id}", by=by, at=at,
            kind=answer.kind.value, message=answer.message_id, file=kept.sha256,
        )  # fmt: skip
    return message


def _refuse_known(answer: Answer, kept: Stored) -> None:
    same = or_(
        BankMessage.sha256 == kept.sha256,
        (BankMessage.kind == answer.kind) & (BankMessage.message_id == answer.message_id),
    )
    if db.session.scalars(select(BankMessage.id).where(same)).first() is not None:
        raise RuleBrokenError(BatchRefusal.ALREADY_RECEIVED)


def look_into(line: PaymentLine, *, finding: str, by: Person, at: datetime) -> None:
    """Write what was found out about a payment that came back: its instalment may be in a batch again.

    Raises RuleBrokenError(BatchRefusal): it did not come back, it is looked into already, nothing is said, or
    the person may not pay in the case.
    """
    with transaction():
        locked(line)
        words = finding.strip()[:LONGEST_FINDING]
        if line.ending is not Ending.RETURNED:
            raise RuleBrokenError(BatchRefusal.NOT_RETURNED)
        if line.looked_into_at is not None:
            raise RuleBrokenError(BatchRefusal.ALREADY_LOOKED_INTO)
        if not words:
            raise RuleBrokenError(BatchRefusal.REASON_MISSING)
        for hindrance in hindrances_to_attest(by.id, [line.instalment]).values():
            raise RuleBrokenError(hindrance)
        line.looked_into_at, line.looked_into_by_id, line.finding = at, by.id, words
        audit.record(
            "payment.looked_into", subject=f"payment_line:{line.id}", by=by, at=at, finding=words
        )
