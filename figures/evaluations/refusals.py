"""Why an evaluation could not be written, signed or published."""

from enum import StrEnum


class Refusal(StrEnum):
    """What stands in the way."""

    UNDER_WAY = "evaluation_under_way"
    YEAR_TO_COME = "evaluation_year_to_come"
    SIGNED = "evaluation_signed"
    NOT_SIGNED = "evaluation_not_signed"
    NOT_WRITTEN = "evaluation_not_written"
    OWN_WORK = "evaluation_own_work"
    PUBLISHED = "evaluation_published"
    TEXT_MISSING = "evaluation_text_missing"
    SETTLED = "evaluation_settled"
    NOT_ADOPTED = "evaluation_not_adopted"
    TAKEN_IN = "evaluation_taken_in"
    OTHER_CALL = "evaluation_other_call"
