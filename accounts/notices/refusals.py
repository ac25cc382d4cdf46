"""Why an act on notices or addresses was refused."""

from enum import StrEnum


class NoticeRefusal(StrEnum):
    """One word for each reason; its sentence stands in `words`."""

    MUST_BE_SENT = "must_be_sent"
    NOT_AN_ADDRESS = "not_an_address"
    REASON_MISSING = "reason_missing"
