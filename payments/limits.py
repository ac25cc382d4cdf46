"""Which payments are larger than a person may answer for."""

from collections.abc import Iterable
from datetime import datetime

from accounts.authority import AuthorityKind, covers, limit_of
from payments.models import Instalment


def over_limit(
    person_id: int, kind: AuthorityKind, instalments: Iterable[Instalment], at: datetime
) -> set[int]:
    """Give the ids of the instalments that a person's authority does not cover at a moment.

    Each payment is held against the limit by itself, as each decision is. One query.
    """
    limit = limit_of(person_id, kind, at)
    return {one.id for one in instalments if not covers(limit, one.amount)}
