"""Reading the batches, their lines, and what the bank has said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import aliased, joinedload

from accounts.models import Person
from applications.models import Application
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore
from grants.models import Call
from payments.batches.kinds import BatchState, Ending
from payments.batches.models import BankMessage, BankMovement, Payer, PaymentBatch, PaymentLine
from payments.models import Instalment

SIZE = 50
STANDING: dict[BatchState, ColumnElement[bool]] = {
    BatchState.WITHDRAWN: PaymentBatch.withdrawn_at.is_not(None),
    BatchState.SENT: PaymentBatch.sent_at.is_not(None),
    BatchState.TO_SEND: and_(
        PaymentBatch.authorised_at.is_not(None),
        PaymentBatch.sent_at.is_(None),
        PaymentBatch.withdrawn_at.is_(None),
    ),
    BatchState.TO_AUTHORISE: and_(
        PaymentBatch.authorised_at.is_(None), PaymentBatch.withdrawn_at.is_(None)
    ),
}
RETURNED_UNSEEN = and_(PaymentLine.ending == Ending.RETURNED, PaymentLine.looked_into_at.is_(None))


def payer() -> Payer | None:
    """Give whose account is drawn on now."""
    return db.session.scalars(select(Payer).order_by(Payer.id.desc()).limit(1)).first()


def own_accounts() -> set[str]:
    """Give every account that has been drawn on."""
    return set(db.session.scalars(select(Payer.account_number)))


def calls() -> Sequence[Call]:
    """List the calls that something has been granted in, the newest first."""
    granted = select(Application.call_id).join(
        Instalment, Instalment.application_id == Application.id
    )
    return db.session.scalars(
        select(Call).where(Call.id.in_(granted)).order_by(Call.closes_on.desc(), Call.id)
    ).all()


def in_living_batches(instalments: Iterable[int]) -> set[int]:
    """Give those instalments that are in a batch and have not come back."""
    return set(
        db.session.scalars(
            select(PaymentLine.instalment_id).where(
                PaymentLine.instalment_id.in_(list(instalments)), PaymentLine.ended_at.is_(None)
            )
        )
    )


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A page of batches, the newest first, and the bookmark of the next; None where the list ends."""

    rows: Sequence[PaymentBatch]
    after: int | None


def batch_page(after: int | None = None) -> BatchPage:
    """List batches with who signed them and the call they were selected by. One query."""
    statement = (
        select(PaymentBatch)
        .options(*_SIGNED, joinedload(PaymentBatch.call))
        .order_by(PaymentBatch.id.desc())
        .limit(SIZE + 1)
    )
    if after is not None:
        statement = statement.where(PaymentBatch.id < after)
    rows = db.session.scalars(statement).all()
    return BatchPage(rows[:SIZE], rows[SIZE - 1].id if len(rows) > SIZE else None)


def batch(batch_id: int) -> PaymentBatch:
    """Find a batch with its payer and who signed it. Raises NotFoundError."""
    found = db.session.scalars(
        select(PaymentBatch)
        .where(PaymentBatch.id == batch_id)
        .options(*_SIGNED, joinedload(PaymentBatch.call), joinedload(PaymentBatch.payer))
    ).first()
    if found is None:
        raise NotFoundError
    return found


_SIGNED = (joinedload(PaymentBatch.attested_by), joinedload(PaymentBatch.authorised_by))


def lines_of(batch_id: int) -> list[PaymentLine]:
    """List a batch's lines in order, with their instalments, cases and calls."""
    return list(
        db.session.scalars(
            select(PaymentLine)
            .where(PaymentLine.batch_id == batch_id)
            .options(_WITH_CASE)
            .order_by(PaymentLine.position)
        )
    )


_WITH_CASE = (
    joinedload(PaymentLine.instalment)
    .joinedload(Instalment.application)
    .joinedload(Application.call)
)


def line(line_id: int) -> PaymentLine:
    """Find a line with its instalment, case and batch. Raises NotFoundError."""
    found = db.session.scalars(
        select(PaymentLine)
        .where(PaymentLine.id == line_id)
        .options(_WITH_CASE, joinedload(PaymentLine.batch))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def returned_unseen() -> list[PaymentLine]:
    """List the payments that the bank sent back and that nobody has looked into, the oldest first."""
    return list(
        db.session.scalars(
            select(PaymentLine)
            .where(RETURNED_UNSEEN)
            .options(_WITH_CASE, joinedload(PaymentLine.batch))
            .order_by(PaymentLine.id)
        )
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many batches stand somewhere, and what they pay in øre."""

    number: int
    total: Ore


def tallies() -> Mapping[BatchState, Tally]:
    """Count and add up the batches in each state. One query."""
    state = case(*((where, name.value) for name, where in STANDING.items()))
    rows = db.session.execute(
        select(state, func.count(), func.sum(PaymentBatch.total)).group_by(state)
    )
    found = {BatchState(name): Tally(number, Ore(int(total))) for name, number, total in rows}
    return {name: found.get(name, Tally(0, NOTHING)) for name in BatchState}


def messages(after: int | None = None) -> Sequence[BankMessage]:
    """List the bank's files, the newest first, with who took them in: a page and one more."""
    statement = (
        select(BankMessage)
        .options(joinedload(BankMessage.received_by))
        .order_by(BankMessage.id.desc())
        .limit(SIZE + 1)
    )
    if after is not None:
        statement = statement.where(BankMessage.id < after)
    return db.session.scalars(statement).all()


def message(message_id: int) -> BankMessage:
    """Find a file from the bank. Raises NotFoundError."""
    found = db.session.scalars(
        select(BankMessage)
        .where(BankMessage.id == message_id)
        .options(joinedload(BankMessage.received_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def movements_of(message_id: int, limit: int) -> Sequence[BankMovement]:
    """List the movements that a file tells of, up to a limit, with the payments that they are."""
    return db.session.scalars(
        select(BankMovement)
        .where(BankMovement.message_id == message_id)
        .options(joinedload(BankMovement.line).joinedload(PaymentLine.batch))
        .order_by(BankMovement.id)
        .limit(limit)
    ).all()


def sender_of(batch: PaymentBatch) -> str | None:
    """Give the name of who marked a batch as sent."""
    sender = aliased(Person)
    return db.session.scalars(select(sender.name).where(sender.id == batch.sent_by_id)).first()


def batch_about(message: BankMessage) -> PaymentBatch | None:
    """Find the batch that a status report answers."""
    return db.session.scalars(
        select(PaymentBatch).where(PaymentBatch.message_id == message.about)
    ).first()
