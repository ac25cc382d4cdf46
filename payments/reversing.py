"""Which entries may be corrected by a counter-entry."""

from criteria.postings import EntryKind
from payments.interest.charges import charged_after
from payments.models import Entry
from payments.refusals import PaymentRefusal

_REVERSED_HERE = frozenset(
    {
        EntryKind.APPROPRIATION,
        EntryKind.CLAIM,
        EntryKind.WRITE_OFF,
        EntryKind.INTEREST,
        EntryKind.INTEREST_WRITE_OFF,
    }
)
_LAST_FIRST = {EntryKind.CLAIM, EntryKind.INTEREST}
"""What interest that is charged later builds on."""


def refusal_to_reverse(entry: Entry, countered_by: Entry | None) -> PaymentRefusal | None:
    """Tell why an entry may not be countered, or None: only what has no other act, and only once.

    Commitments and payments are corrected in their cases, what was moved by taking the movement back, and
    so is the interest that was charged with a repayment. Interest is taken back from the last charge on. What
    a claim became less by when it was divided is claimed of others, and stays so.
    """
    if countered_by is not None or entry.kind is EntryKind.REVERSAL:
        return PaymentRefusal.ALREADY_REVERSED
    divided = entry.kind in _LAST_FIRST and entry.amount < 0
    if divided or entry.kind not in _REVERSED_HERE or entry.movement_id is not None:
        return PaymentRefusal.REVERSED_BY_ITS_OWN_ACT
    if entry.kind in _LAST_FIRST and entry.reclaim_id and charged_after(entry.reclaim_id, entry.id):
        return PaymentRefusal.INTEREST_FIRST
    return None
