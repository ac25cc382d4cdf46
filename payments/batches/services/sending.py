"""Sending a batch to the bank: fetching its file, saying that it is sent, or withdrawing it before that."""

from collections.abc import Sequence
from datetime import datetime

from accounts import audit
from accounts.models import Person
from assessments.queries import closed_to
from foundation.database import locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import store
from payments import payouts
from payments.batches.kinds import BatchState, Ending
from payments.batches.models import PaymentBatch, PaymentLine
from payments.batches.queries import lines_of
from payments.batches.refusals import BatchRefusal
from payments.batches.states import state_of
from payments.notes import CaseNote
from payments.payouts import WITHDRAWN

LONGEST_REASON = 180


def fetch_file(batch: PaymentBatch, *, by: Person, at: datetime) -> bytes:
    """Give the bank file, the same bytes each time, and write who fetched it.

    Raises RuleBrokenError(BatchRefusal) when it is withdrawn or has a case that is closed to the person,
    NotFoundError before it is authorised.
    """
    with transaction():
        locked(batch)
        if batch.withdrawn_at is not None:
            raise RuleBrokenError(BatchRefusal.ALREADY_WITHDRAWN)
        if batch.file_sha256 is None:
            raise NotFoundError
        cases = {one.instalment.application_id for one in lines_of(batch.id)}
        if closed_to(by, cases):
            raise RuleBrokenError(BatchRefusal.CLOSED_CASE)
        content = store().read(batch.file_sha256)
        batch.fetched_at = batch.fetched_at or at
        audit.record(
            "batch.fetched", subject=f"batch:{batch.id}", by=by, at=at, file=batch.file_sha256
        )
    return content


def mark_sent(batch: PaymentBatch, *, by: Person, at: datetime) -> None:
    """Say that the file has been given to the bank: from now on only the bank can send a payment back.

    Raises RuleBrokenError(BatchRefusal): not authorised, not fetched, withdrawn, sent already.
    """
    with transaction():
        locked(batch)
        refusals = {
            BatchState.TO_AUTHORISE: BatchRefusal.NOT_AUTHORISED,
            BatchState.WITHDRAWN: BatchRefusal.ALREADY_WITHDRAWN,
            BatchState.SENT: BatchRefusal.ALREADY_SENT,
        }
        state = state_of(batch)
        if state in refusals:
            raise RuleBrokenError(refusals[state])
        if batch.fetched_at is None:
            raise RuleBrokenError(BatchRefusal.NOT_FETCHED)
        batch.sent_at, batch.sent_by_id = at, by.id
        audit.record(
            "batch.sent", subject=f"batch:{batch.id}", by=by, at=at, file=batch.file_sha256
        )


def withdraw(batch: PaymentBatch, *, reason: str, by: Person, at: datetime) -> None:
    """Take a batch back before it is sent: its instalments await both persons again.

    What was booked as paid is countered. Raises RuleBrokenError(BatchRefusal): no reason, sent or withdrawn
    already.
    """
    with transaction():
        locked(batch)
        words = reason.strip()[:LONGEST_REASON]
        if not words:
            raise RuleBrokenError(BatchRefusal.REASON_MISSING)
        if batch.sent_at is not None:
            raise RuleBrokenError(BatchRefusal.ALREADY_SENT)
        if batch.withdrawn_at is not None:
            raise RuleBrokenError(BatchRefusal.ALREADY_WITHDRAWN)
        lines = lines_of(batch.id)
        payouts.hold([one.instalment_id for one in lines])
        _take_back(lines, by, at)
        batch.withdrawn_at, batch.withdrawn_by_id = at, by.id
        batch.withdrawn_because = words
        audit.record("batch.withdrawn", subject=f"batch:{batch.id}", by=by, at=at, reason=words)


def _take_back(lines: Sequence[PaymentLine], by: Person, at: datetime) -> None:
    """End every line: what is booked as paid is countered, what is only attested is let go of."""
    attested = [one.instalment for one in lines if one.entry_id is None]
    payouts.unsign_all(attested)
    payouts.note_all(attested, CaseNote.ATTESTATION_WITHDRAWN, by, at)
    paid = [one for one in lines if one.entry_id is not None]
    numbers = payouts.take_back_all([one.instalment for one in paid], WITHDRAWN, by, at)
    for line, number in zip(paid, numbers, strict=True):
        line.counter_id = number
    for line in lines:
        line.ended_at, line.ending = at, Ending.WITHDRAWN
