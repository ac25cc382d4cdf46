"""The words of the case flow: its steps, its acts, whose they are, what the applicant sees."""

from enum import StrEnum
from types import MappingProxyType


class Step(StrEnum):
    """Where a case stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    ELIGIBLE = "eligible"
    ASSESSED = "assessed"
    PROPOSED = "proposed"
    INELIGIBLE = "ineligible"
    DECIDED = "decided"
    AWARDED = "awarded"
    REFUSED = "refused"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    """What moves a case from one step to another."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    ASK_FOR_MORE = "ask_for_more"
    SUPPLEMENT = "supplement"
    FIND_ELIGIBLE = "find_eligible"
    FIND_INELIGIBLE = "find_ineligible"
    FINISH_ASSESSMENT = "finish_assessment"
    PROPOSE = "propose"
    RETURN_TO_ASSESSMENT = "return_to_assessment"
    DECIDE = "decide"
    PUBLISH_AWARD = "publish_award"
    PUBLISH_REFUSAL = "publish_refusal"
    PUBLISH_REJECTION = "publish_rejection"
    ACCEPT = "accept"
    DECLINE = "decline"
    LAPSE = "lapse"
    COMPLETE = "complete"
    WITHDRAW_CALL = "withdraw_call"
    REVERSE = "reverse"
    REOPEN = "reopen"
    AWARD_FROM_RESERVE = "award_from_reserve"


class Actor(StrEnum):
    """On whose side an act is done. Permissions say which person may do it."""

    APPLICANT = "applicant"
    CASE_OFFICER = "case_officer"
    DECISION_MAKER = "decision_maker"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


class PublicStep(StrEnum):
    """Where a case stands, as its applicant may know it."""

    DRAFT = "draft"
    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    UNDER_REVIEW = "under_review"
    AWARDED = "awarded"
    REFUSED = "refused"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


_AS_SEEN = MappingProxyType(
    {
        Step.DRAFT: PublicStep.DRAFT,
        Step.SUBMITTED: PublicStep.RECEIVED,
        Step.INCOMPLETE: PublicStep.INCOMPLETE,
        Step.ELIGIBLE: PublicStep.UNDER_REVIEW,
        Step.ASSESSED: PublicStep.UNDER_REVIEW,
        Step.PROPOSED: PublicStep.UNDER_REVIEW,
        Step.INELIGIBLE: PublicStep.UNDER_REVIEW,
        Step.DECIDED: PublicStep.UNDER_REVIEW,
        Step.AWARDED: PublicStep.AWARDED,
        Step.REFUSED: PublicStep.REFUSED,
        Step.REJECTED: PublicStep.REJECTED,
        Step.ACCEPTED: PublicStep.ACCEPTED,
        Step.DECLINED: PublicStep.DECLINED,
        Step.LAPSED: PublicStep.LAPSED,
        Step.COMPLETED: PublicStep.COMPLETED,
        Step.WITHDRAWN: PublicStep.WITHDRAWN,
    }
)


def public_step(step: Step) -> PublicStep:
    """Tell what the applicant sees: nothing not yet decided and sent (offentleglova § 14)."""
    return _AS_SEEN[step]
