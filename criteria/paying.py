"""What may go to the bank in a batch (utbetalingsbunke), and why the rest is left out.

Økonomibestemmelsene 5.3.4 and 6.3: nothing is paid before the recipient has accepted, while it is disputed
or to an account that nobody has vouched for.
"""

from dataclasses import dataclass
from enum import StrEnum


class LocalDecisions(StrEnum):
    """Whether each kommune of a grant must decide at home before money is paid (inv. 188)."""

    ASKED = "asked"
    NOT_ASKED = "not_asked"


class LeftOut(StrEnum):
    """Why an instalment that has fallen due is not in a batch."""

    IN_A_BATCH = "in_a_batch"
    NOT_ACCEPTED = "not_accepted"
    DISPUTED = "left_disputed"
    STOPPED = "left_stopped"
    ACCOUNT_UNLIKE = "account_unlike"
    ACCOUNT_WRONG = "account_wrong"
    ORGANISATION_WRONG = "organisation_wrong"
    RETURNED = "left_returned"
    OVER_LIMIT = "over_limit"
    AWAITS_SUCCESSOR = "left_awaits_successor"
    UNDECIDED_AT_HOME = "left_undecided_at_home"


@dataclass(frozen=True, slots=True)
class Payable:
    """What is known of an instalment when a batch is made.

    `account_agreed`: it is the account of the acceptance, or one that was confirmed afterwards.
    `returned`: the bank sent the money back from this account, and nobody has looked into it since.
    """

    in_a_batch: bool
    accepted: bool
    disputed: bool
    account_agreed: bool
    account_valid: bool
    organisation_valid: bool
    returned: bool
    stopped: bool = False
    awaits_successor: bool = False
    """Whoever was to be paid has ended, or carries on another and has given no account of its own."""
    undecided_at_home: bool = False
    """A kommune that takes part has not registered the decision that the call asks of each."""


def why_left_out(one: Payable) -> LeftOut | None:
    """Give the first thing that keeps an instalment out, what the case says before what can be mended."""
    checks = (
        (LeftOut.IN_A_BATCH, one.in_a_batch),
        (LeftOut.NOT_ACCEPTED, not one.accepted),
        (LeftOut.DISPUTED, one.disputed),
        (LeftOut.STOPPED, one.stopped),
        (LeftOut.UNDECIDED_AT_HOME, one.undecided_at_home),
        (LeftOut.AWAITS_SUCCESSOR, one.awaits_successor),
        (LeftOut.ACCOUNT_WRONG, not one.account_valid),
        (LeftOut.ORGANISATION_WRONG, not one.organisation_valid),
        (LeftOut.ACCOUNT_UNLIKE, not one.account_agreed),
        (LeftOut.RETURNED, one.returned),
    )
    return next((reason for reason, is_so in checks if is_so), None)
