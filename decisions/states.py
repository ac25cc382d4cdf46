"""Where a decision stands: derived from its moments and its answer, never stored."""

from enum import StrEnum

from criteria.steps import Step
from decisions.grounds import GIVEN_BACK
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
    """Tell how far a decision has come. Needs its case and its answer.

    One that was to replace an award falls with it when the award is given back before it is published.
    """
    if decision.signed_at is None:
        return DecisionState.DRAFT
    if decision.published_at is None:
        given_back = decision.application.step in GIVEN_BACK
        return DecisionState.LAPSED if given_back else DecisionState.SIGNED
    if decision.acceptance is None:
        return DecisionState.PUBLISHED
    if decision.acceptance.accepted:
        return DecisionState.ACCEPTED
    lapsed = decision.application.step is Step.LAPSED
    return DecisionState.LAPSED if lapsed else DecisionState.DECLINED
