"""Payments that the bank refused or sent back. Used inside acts."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import Person
from payments import ledger, payouts
from payments.batches.kinds import Ending
from payments.batches.models import PaymentLine
from payments.payouts import RETURNED


def give_back(lines: Sequence[PaymentLine], by: Person, at: datetime) -> None:
    """Book payments as returned, and make their instalments payable again once they are looked into.

    Where the ledger refuses, because the money is claimed back already, the payment stands as it is and shows
    as differing when it is reconciled.
    """
    living = [one for one in dict.fromkeys(lines) if one.ended_at is None]
    rates = [one.instalment for one in living]
    refused = ledger.refusals(payouts.takings(rates, RETURNED))
    back = [one for place, one in enumerate(living) if place not in refused]
    numbers = payouts.take_back_all([one.instalment for one in back], RETURNED, by, at)
    for line, number in zip(back, numbers, strict=True):
        line.counter_id = number
        line.ended_at, line.ending = at, Ending.RETURNED
