"""Where an instalment stands: read from its moments, never stored."""

from datetime import datetime
from enum import StrEnum

from foundation import clock
from payments.models import Instalment


class InstalmentState(StrEnum):
    """How far an instalment has come."""

    WAITING = "waiting"
    DUE = "due"
    ATTESTED = "attested"
    PAID = "paid"
    LAPSED = "lapsed"
    """A later plan has no use for it."""


def has_begun(year: int, at: datetime) -> bool:
    """Tell whether a budget year has begun in Oslo."""
    return year <= clock.in_oslo(at).year


def state_of(one: Instalment, at: datetime) -> InstalmentState:
    """Read an instalment's state from its moments, as it stands at a moment.

    Money that has been released before its budget year waits until the year begins in Oslo: it is not
    appropriated before.
    """
    if not one.amount:
        return InstalmentState.LAPSED
    if one.authorised_at is not None:
        return InstalmentState.PAID
    if one.attested_at is not None:
        return InstalmentState.ATTESTED
    is_due = one.due_at is not None and has_begun(one.year, at)
    return InstalmentState.DUE if is_due else InstalmentState.WAITING
