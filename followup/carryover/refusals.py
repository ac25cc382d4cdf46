"""Why an act on an application for unused money is refused, beside the rules of `criteria.carryover`."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why unused money was not applied for, or an application not answered."""

    OPEN_ALREADY = "carry_open_already"
    NOT_OPEN = "carry_not_open"
    NOT_PROPOSED = "carry_not_proposed"
    SAME_PERSON = "carry_same_person"
    INSTALMENT_UNDERWAY = "carry_instalment_underway"
    FINAL_IS_SENT = "carry_final_is_sent"
    NO_ROOM = "carry_no_room"
