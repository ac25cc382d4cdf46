"""Authorising a batch: every payment of it is booked, and the bank file is made, in one act."""

from datetime import datetime

from accounts import audit, authority
from accounts.authority import AuthorityKind
from accounts.models import Person
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.files import store
from foundation.money import format_kroner
from payments import payouts
from payments.bank.order import bank_file
from payments.batches.hindering import hindrances_of
from payments.batches.kinds import BatchState
from payments.batches.models import PaymentBatch
from payments.batches.orders import order_of
from payments.batches.queries import lines_of
from payments.batches.refusals import BatchRefusal
from payments.batches.states import state_of
from payments.limits import total_over_limit


def authorise_batch(batch: PaymentBatch, *, by: Person, at: datetime) -> None:
    """Authorise a batch as the second person: book each payment and make the file, once.

    The bytes of the file get their place before the act is over, and by their checksum: an act that is cut
    off leaves a file that nobody names, and done again it makes the same place anew. Raises
    RuleBrokenError(BatchRefusal): withdrawn, authorised already, attested by the same person, more together
    than the person's authority covers, or something in the way of a line.
    """
    with transaction():
        locked(batch)
        state = state_of(batch)
        if state is BatchState.WITHDRAWN:
            raise RuleBrokenError(BatchRefusal.ALREADY_WITHDRAWN)
        if state is not BatchState.TO_AUTHORISE:
            raise RuleBrokenError(BatchRefusal.ALREADY_AUTHORISED)
        if batch.attested_by_id == by.id:
            raise RuleBrokenError(BatchRefusal.SAME_PERSON)
        lines = lines_of(batch.id)
        payouts.hold([one.instalment_id for one in lines])
        authority.hold(by.id)
        if total_over_limit(by.id, AuthorityKind.AUTHORISE, batch.total, at):
            raise RuleBrokenError(
                BatchRefusal.OVER_LIMIT_TO_AUTHORISE, total=format_kroner(batch.total)
            )
        hindered = hindrances_of(lines, by, at=at)
        if hindered:
            raise RuleBrokenError(BatchRefusal.LINES_HINDERED, number=len(hindered))
        numbers = payouts.pay_all([one.instalment for one in lines], by, at)
        for line, number in zip(lines, numbers, strict=True):
            line.entry_id = number
        batch.authorised_at, batch.authorised_by_id = at, by.id
        kept = store().keep(bank_file(order_of(batch, lines)), "application/xml")
        batch.file_sha256 = kept.sha256
        audit.record(
            "batch.authorised", subject=f"batch:{batch.id}", by=by, at=at, number=batch.number,
            total=batch.total, file=kept.sha256,
        )  # fmt: skip
