"""Why an act on an application for a change is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a change was not begun, written, sent, confirmed or decided."""

    AWAITS_ANSWER = "change_awaits_answer"
    NOT_A_DRAFT = "change_not_a_draft"
    NOT_WHOLE = "change_not_whole"
    NOT_TO_CONFIRM = "change_not_to_confirm"
    NOT_PARTNERS_SIGNATORY = "change_not_partners_signatory"
    AUTHORITY_MISSING = "change_authority_missing"
    REASON_MISSING = "change_reason_missing"
    LEAD_CANNOT_LEAVE = "change_lead_cannot_leave"
    NOT_TO_DECIDE = "change_not_to_decide"
    NOT_CONFIRMED = "change_not_confirmed"
    NO_LONGER_FITS = "change_no_longer_fits"
    NOT_OPEN = "change_not_open"
