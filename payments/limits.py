"""Which payments, and which batches of them, are larger than a person may answer for."""

from collections.abc import Iterable
from datetime import datetime

from accounts.authority import AuthorityKind, covers, limit_of
from foundation.money import Ore
from payments.models import Instalment


def over_limit(
    person_id: int, kind: AuthorityKind, instalments: Iterable[Instalment], at: datetime
) -> set[int]:
    """Give the ids of the instalments that a person's authority does not cover at a moment.

    Each payment is held against the limit by itself, as each decision is. One query. A batch of them is
    held against it as a whole besides: `total_over_limit`.
    """
    limit = limit_of(person_id, kind, at)
    return {one.id for one in instalments if not covers(limit, one.amount)}


def total_over_limit(person_id: int, kind: AuthorityKind, total: Ore, at: datetime) -> bool:
    """Tell whether a batch is more together than a person's authority covers at a moment. One query."""
    return not covers(limit_of(person_id, kind, at), total)
