"""Where a request for help stands: read from its facts, never stored."""

from enum import StrEnum

from followup.assistance.models import AssistanceRequest


class AssistanceState(StrEnum):
    """How far a request has come."""

    ASKED = "asked"
    TAKEN_ON = "taken_on"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


def state_of(request: AssistanceRequest) -> AssistanceState:
    """Read where a request stands."""
    if request.closed_at is not None:
        return AssistanceState.CLOSED if request.usefulness else AssistanceState.WITHDRAWN
    if request.taken_on is None:
        return AssistanceState.ASKED
    return AssistanceState.TAKEN_ON if request.taken_on else AssistanceState.DECLINED
