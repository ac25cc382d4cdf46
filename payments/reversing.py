"""Which entries may be corrected by a counter-entry."""

from criteria.postings import EntryKind
from payments.models import Entry
from payments.refusals import PaymentRefusal


def refusal_to_reverse(entry: Entry, countered_by: Entry | None) -> PaymentRefusal | None:
    """Tell why an entry may not be countered, or None: only an appropriation, and only once."""
    if countered_by is not None or entry.kind is EntryKind.REVERSAL:
        return PaymentRefusal.ALREADY_REVERSED
    if entry.kind is not EntryKind.APPROPRIATION:
        return PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
    return None
