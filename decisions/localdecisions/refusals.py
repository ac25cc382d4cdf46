"""Why an act on local decisions is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a local decision was not registered, or nobody was reminded."""

    NOT_OWED = "local_decision_not_owed"
    NOT_OWN_KOMMUNE = "local_decision_not_own_kommune"
    DECIDED_LATER = "local_decision_decided_later"
    WORDS_MISSING = "local_decision_words_missing"
    NOBODY_LACKS = "local_decision_nobody_lacks"
    REMINDED_TODAY = "local_decision_reminded_today"
