"""A payment that the bank refused or sent back. Used inside acts."""

from contextlib import suppress
from datetime import datetime

from accounts.models import Person
from criteria.postings import EntryKind
from foundation.errors import RuleBrokenError
from payments import payouts
from payments.batches.kinds import Ending
from payments.batches.models import PaymentLine
from payments.notes import CaseNote


def give_back(line: PaymentLine, by: Person, at: datetime) -> None:
    """Book a payment as returned, and make its instalment payable again once it is looked into.

    Where the ledger refuses, because the money is claimed back already, the payment stands as it is and shows
    as differing when it is reconciled.
    """
    if line.ended_at is not None:
        return
    with suppress(RuleBrokenError):
        counter = payouts.take_back(
            line.instalment, EntryKind.PAYMENT_RETURN, CaseNote.PAYMENT_RETURNED, by, at
        )
        line.counter_id = counter.id
        line.ended_at, line.ending = at, Ending.RETURNED
