"""What the database itself withholds a payment for, told as the acts tell it.

The acts ask first, and say more. These words reach somebody only where an act did not ask.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy.exc import DBAPIError

from criteria.frame import Refusal
from criteria.paying import LeftOut
from foundation.errors import RuleBrokenError
from payments.refusals import PaymentRefusal

WITHHELD: dict[str, StrEnum] = {
    "the grant is not accepted": Refusal.NOT_ACCEPTED,
    "a complaint holds the payment": PaymentRefusal.DISPUTED,
    "payment is stopped": PaymentRefusal.STOPPED,
    "the account is being changed": PaymentRefusal.ACCOUNT_CHANGING,
    "a kommune has not decided": LeftOut.UNDECIDED_AT_HOME,
    "the instalments are not what is promised": PaymentRefusal.UNLIKE_PROMISED,
}
"""What the triggers on the ledger say (`entry_withholds_payments`, `entry_awaits_local_decisions`), and the
refusal that it is."""


@contextmanager
def in_words() -> Iterator[None]:
    """Let a payment that the database withholds be a refusal. Raises RuleBrokenError."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        for words, refusal in WITHHELD.items():
            if words in said:
                raise RuleBrokenError(refusal) from error
        raise
