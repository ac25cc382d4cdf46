"""Why an act on benefits is refused. What is wrong with a value is `criteria.benefits.ValueProblem`."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why nothing was chosen, recorded, asked or answered."""

    NOT_IN_FORCE = "benefit_grant_not_in_force"
    NOT_IN_CATALOGUE = "benefit_not_in_catalogue"
    CHOSEN_ALREADY = "benefit_chosen_already"
    NOTHING_CHOSEN = "benefit_nothing_chosen"
    DROPPED = "benefit_dropped"
    NO_STAKEHOLDER = "benefit_no_stakeholder"
    REASON_MISSING = "benefit_reason_missing"
    NOT_OWN_KOMMUNE = "benefit_not_own_kommune"
    HANDED_OVER = "benefit_handed_over"
    NOT_RECEIVERS = "benefit_not_receivers"
    NOT_GIVERS = "benefit_not_givers"
    HANDOVER_SETTLED = "benefit_handover_settled"
    NOBODY_SIGNS = "benefit_nobody_signs"
    RECORDED_ALREADY = "benefit_recorded_already"
    CORRECTED_ALREADY = "benefit_corrected_already"
    ONLY_MEASUREMENTS = "benefit_only_measurements"
    CLOSED_ALREADY = "benefit_risk_closed_already"
    ANSWERED_ALREADY = "benefit_answered_already"
    ANSWER_MISSING = "benefit_answer_missing"
    FILLED_ALREADY = "benefit_filled_already"
