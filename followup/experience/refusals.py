"""Why an act on an account of experience is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why an account was not written, sent, answered or withdrawn."""

    NO_DUTY = "experience_no_duty"
    WITH_THE_OFFICE = "experience_with_the_office"
    NOT_BEGUN = "experience_not_begun"
    INCOMPLETE = "experience_incomplete"
    NOT_TO_ANSWER = "experience_not_to_answer"
    NOT_PUBLISHED = "experience_not_published"
    REASON_MISSING = "experience_reason_missing"
