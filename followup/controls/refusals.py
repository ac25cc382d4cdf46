"""Why an act of control is refused."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why nothing was drawn, answered, found or concluded."""

    SEED_MISSING = "control_seed_missing"
    SIZE_UNFIT = "control_size_unfit"
    NOBODY_TO_DRAW = "control_nobody_to_draw"
    DRAWN_ALREADY = "control_drawn_already"
    CODE_TWICE = "control_code_twice"
    TEXT_NOT_WHOLE = "control_text_not_whole"
    NOT_IN_LIST = "control_not_in_list"
    CONCLUDED = "control_concluded"
    UNANSWERED = "control_unanswered"
    COMMENT_MISSING = "control_comment_missing"
    WORDS_MISSING = "control_words_missing"
    DAY_MISSING = "control_day_missing"
    SETTLED_ALREADY = "control_settled_already"
