"""Which entries may be corrected by a counter-entry."""

from criteria.postings import EntryKind
from payments.models import Entry
from payments.refusals import PaymentRefusal

_REVERSED_HERE = frozenset({EntryKind.APPROPRIATION, EntryKind.CLAIM, EntryKind.WRITE_OFF})


def refusal_to_reverse(entry: Entry, countered_by: Entry | None) -> PaymentRefusal | None:
    """Tell why an entry may not be countered, or None: only what has no other act, and only once.

    Commitments and payments are corrected in their cases, what was moved by taking the movement back.
    """
    if countered_by is not None or entry.kind is EntryKind.REVERSAL:
        return PaymentRefusal.ALREADY_REVERSED
    if entry.kind not in _REVERSED_HERE:
        return PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
    return None
