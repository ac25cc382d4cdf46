"""Making a batch of all that a rule selects: who makes it attests it, as the first of two persons."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select

from accounts import audit, authority
from accounts.authority import AuthorityKind
from accounts.models import Person
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import format_kroner
from payments import payouts
from payments.batches.models import Payer, PaymentBatch, PaymentLine
from payments.batches.queries import payer
from payments.batches.refusals import BatchRefusal
from payments.batches.selecting import Candidate, Rule, Selection, selected_ids, selection
from payments.limits import total_over_limit
from payments.notes import CaseNote


def attest_batch(rule: Rule, *, execute_on: date, by: Person, at: datetime) -> PaymentBatch:
    """Make a batch of what a rule selects and this person may attest, and attest each payment of it.

    The account's row is held while a batch is made: two who press together make one batch, and then find
    nothing left to pay. Raises RuleBrokenError(BatchRefusal): no account to draw on, nothing to pay, more
    together than the person's authority covers, a day that is past, or a rule that reaches into the future.
    """
    with transaction():
        drawn_on = payer()
        if drawn_on is None:
            raise RuleBrokenError(BatchRefusal.NO_PAYER)
        locked(drawn_on)
        today = clock.in_oslo(at).date()
        if rule.due_by > today:
            raise RuleBrokenError(BatchRefusal.NOT_THAT_FAR)
        if execute_on < today:
            raise RuleBrokenError(BatchRefusal.EXECUTED_BEFORE_TODAY)
        held = payouts.hold(selected_ids(rule))
        authority.hold(by.id)
        found = selection(held, by, at=at)
        if not found.chosen:
            raise RuleBrokenError(BatchRefusal.NOTHING_TO_PAY)
        if total_over_limit(by.id, AuthorityKind.ATTEST, found.total, at):
            raise RuleBrokenError(
                BatchRefusal.OVER_LIMIT_TO_ATTEST, total=format_kroner(found.total)
            )
        batch = _made(rule, drawn_on, found, execute_on)
        batch.attested_at, batch.attested_by_id = at, by.id
        _write(batch, found.chosen)
        _attest(found.chosen, by, at)
        audit.record(
            "batch.attested", subject=f"batch:{batch.id}", by=by, at=at, message=batch.message_id,
            number=batch.number, total=batch.total, left_out=len(found.left_out),
        )  # fmt: skip
    return batch


def _made(rule: Rule, drawn_on: Payer, found: Selection, execute_on: date) -> PaymentBatch:
    number = (db.session.scalar(select(func.max(PaymentBatch.id))) or 0) + 1
    return PaymentBatch(
        id=number,
        message_id=f"{drawn_on.organisation_number}-{number:07d}",
        payer_id=drawn_on.id,
        due_by=rule.due_by,
        call_id=rule.call_id,
        year=rule.year,
        execute_on=execute_on,
        number=len(found.chosen),
        total=found.total,
    )


def _write(batch: PaymentBatch, chosen: Sequence[Candidate]) -> None:
    db.session.add(batch)
    db.session.flush()  # the lines refer to it
    db.session.add_all(_line(batch.id, place, one) for place, one in enumerate(chosen, start=1))
    db.session.flush()  # the database refuses an instalment that is in another batch


def _line(batch_id: int, place: int, one: Candidate) -> PaymentLine:
    rate = one.instalment
    case_number = rate.application.case_number or ""
    return PaymentLine(
        batch_id=batch_id,
        instalment_id=rate.id,
        position=place,
        reference=f"{case_number.replace('/', '-')}-{rate.id}-{batch_id}",
        amount=rate.amount,
        name=one.recipient.name,
        organisation_number=one.recipient.organisation_number,
        account_number=rate.account_number,
        first_time=one.first_time,
        text=f"Sak {case_number}, rate {rate.number}, {rate.year}",  # alike in both forms of Norwegian
    )


def _attest(chosen: Sequence[Candidate], by: Person, at: datetime) -> None:
    """Attest the instalments that nobody has attested one by one."""
    fresh = [one.instalment for one in chosen if one.instalment.attested_at is None]
    for rate in fresh:
        rate.attested_at, rate.attested_by_id = at, by.id
    payouts.note_all(fresh, CaseNote.INSTALMENT_ATTESTED, by, at)
