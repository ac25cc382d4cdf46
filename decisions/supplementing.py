"""Which additions of extra frames wait for a draft: asked by the page of a round, and inside the act."""

from decisions import consequences
from decisions.queries.supplements import (
    Supplement,
    drafted_reversals,
    supplements_due,
    supplements_without_draft,
)
from grants.models import Call


def undrafted(call: Call) -> list[Supplement]:
    """List what is added to decided cases of a call and waits for a draft."""
    due = supplements_due(call)
    if not due:
        return []
    reversals = drafted_reversals(due)
    overtaken: frozenset[int] = frozenset().union(
        *(ask(reversals) for ask in consequences.on_signing if reversals)
    )
    return supplements_without_draft(due, overtaken)
