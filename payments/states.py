"""Where an instalment stands: read from its moments, never stored."""

from enum import StrEnum

from payments.models import Instalment


class InstalmentState(StrEnum):
    """How far an instalment has come."""

    WAITING = "waiting"
    DUE = "due"
    ATTESTED = "attested"
    PAID = "paid"


def state_of(one: Instalment) -> InstalmentState:
    """Read an instalment's state from its moments."""
    if one.authorised_at is not None:
        return InstalmentState.PAID
    if one.attested_at is not None:
        return InstalmentState.ATTESTED
    return InstalmentState.WAITING if one.due_at is None else InstalmentState.DUE
