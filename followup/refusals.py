"""Why an act on a report is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a report was not begun, changed, sent or reviewed."""

    GRANT_NOT_IN_FORCE = "grant_not_in_force"
    ALREADY_SENT = "already_sent"
    ALREADY_APPROVED = "already_approved"
    NOT_A_DRAFT = "not_a_draft"
    INCOMPLETE = "incomplete"
    NO_AUDIT_HERE = "no_audit_here"
    NOT_TO_REVIEW = "not_to_review"
    REASON_MISSING = "reason_missing"
    ANNUAL_NOT_APPROVED = "annual_not_approved"
    ACCOUNTS_CHANGED = "accounts_changed"
    NO_FORM = "no_form"
    HAS_A_FORM = "has_a_form"
    MET_ALREADY = "met_already"
    HOW_MISSING = "how_missing"
