"""Why an act on money is refused."""

from enum import StrEnum


class PaymentRefusal(StrEnum):
    """Why money was not booked, attested, authorised or reversed."""

    ALREADY_BOOKED = "already_booked"
    NOT_DUE = "not_due"
    ALREADY_ATTESTED = "already_attested"
    ALREADY_AUTHORISED = "already_authorised"
    ALREADY_REVERSED = "already_reversed"
    REVERSED_BY_ITS_OWN_ACT = "reversed_by_its_own_act"
    INTEREST_FIRST = "interest_first"
    """Interest was charged after what is to be taken back."""
    REASON_MISSING = "reason_missing"
    DISPUTED = "disputed"
    IN_A_BATCH = "in_a_batch_already"
    OVER_LIMIT = "over_own_limit"
    ACCOUNT_CHANGING = "account_changing"
    UNLIKE_PROMISED = "unlike_promised"
    """The case's instalments are not, year by year, what it is promised: only the database asks."""
    AWAITS_SUCCESSOR = "awaits_successor"
    STOPPED = "stopped"
    STOPPED_ALREADY = "stopped_already"
    NOT_STOPPED = "not_stopped"
    LIFTED_BY_ANOTHER = "lifted_by_another"
