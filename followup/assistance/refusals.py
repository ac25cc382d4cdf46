"""Why an act on help with standards is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why help was not asked for, answered, noted or closed."""

    NOT_OWN_KOMMUNE = "assistance_not_own_kommune"
    WANTED_IN_THE_PAST = "assistance_wanted_in_the_past"
    NEED_MISSING = "assistance_need_missing"
    STANDARD_NOT_IN_FORCE = "assistance_standard_not_in_force"
    ANSWERED = "assistance_answered"
    NOT_TAKEN_ON = "assistance_not_taken_on"
    CLOSED = "assistance_closed_already"
    WORDS_MISSING = "assistance_words_missing"
    GIVEN_OUTSIDE = "assistance_given_outside"
    NOTHING_GIVEN = "assistance_nothing_given"
    TAKEN_BACK = "assistance_taken_back_already"
