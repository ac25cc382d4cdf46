"""Opening a decision for the office: only past the gate of its case."""

from accounts.identity import me
from assessments.queries import pass_gate
from decisions import queries
from decisions.models import Decision


def opened_decision(decision_id: int) -> Decision:
    """Find a decision whose case is open to the reader. Raises NotFoundError, ClosedCaseError."""
    decision = queries.decision(decision_id)
    pass_gate(me(), decision.application_id)
    return decision
