"""Why an act of the assessment was refused, one word for each reason; `words` says them."""

from enum import StrEnum


class Refusal(StrEnum):
    """What stands in the way. Hindrances of persons are `criteria.impartiality.Hindrance`."""

    REASON_MISSING = "reason_missing"
    NOT_CASE_OFFICER = "not_case_officer"
    ALREADY_ASSIGNED = "already_assigned"
    ENOUGH_ASSESSORS = "enough_assessors"
    TASK_IS_OVER = "task_is_over"
    NOT_YOUR_CASE = "not_your_case"
    NOT_UNDER_CONTROL = "not_under_control"
    NOT_EXAMINED = "not_examined"
    EXAMINE_AGAIN = "examine_again"
    NOT_FIT = "not_fit"
    NOTHING_TO_OVERRULE = "nothing_to_overrule"
    ALREADY_OVERRULED = "already_overruled"
    DUE_IN_THE_PAST = "due_in_the_past"
    WAITING_FOR_APPLICANT = "waiting_for_applicant"
    NOT_READY_FOR_MARKS = "not_ready_for_marks"
    MARK_OFF_SCALE = "mark_off_scale"
    ALREADY_FINISHED = "already_finished"
    MARKS_MISSING = "marks_missing"
    CALL_STILL_OPEN = "call_still_open"
    FRAME_TOO_LARGE = "frame_too_large"
    NOTHING_TO_RANK = "nothing_to_rank"
    HINDERED_IN_CALL = "hindered_in_call"
    ALREADY_DECIDED = "already_decided"
    PROPOSAL_OUTDATED = "proposal_outdated"
    ALREADY_CHOSEN = "already_chosen"
