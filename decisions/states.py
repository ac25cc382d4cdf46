"""Where a decision stands: derived from its moments and its answer, never stored."""

from enum import StrEnum

from criteria.steps import Step
from decisions.models import Decision


class DecisionState(StrEnum):
    """How far a decision has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    PUBLISHED = "published"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"


def state_of(decision: Decision) -> DecisionState:
    """Tell how far a decision has come. Needs its case and its answer."""
    if decision.signed_at is None:
        return DecisionState.DRAFT
    if decision.published_at is None:
        return DecisionState.SIGNED
    if decision.acceptance is None:
        return DecisionState.PUBLISHED
    if decision.acceptance.accepted:
        return DecisionState.ACCEPTED
    lapsed = decision.application.step is Step.LAPSED
    return DecisionState.LAPSED if lapsed else DecisionState.DECLINED
