"""Why an act on the day of a report is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a later day was not asked for, given or refused."""

    NOT_OWED = "extension_not_owed"
    ASKED_ALREADY = "extension_asked_already"
    NOT_LATER = "extension_not_later"
    REASON_MISSING = "extension_reason_missing"
    ANSWERED_ALREADY = "extension_answered_already"
    ANSWER_MISSING = "extension_answer_missing"
