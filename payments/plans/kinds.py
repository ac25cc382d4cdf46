"""What a plan of payment was made by."""

from enum import StrEnum


class PlanOrigin(StrEnum):
    """Why a plan is as it is."""

    ACCEPTED = "plan_accepted"
    """Made from the call's plan when the grant was accepted."""
    RAISED = "plan_raised"
    ADJUSTED = "plan_adjusted"
    REDUCED = "plan_reduced"
    CARRIED = "plan_carried"
    """Money was moved to another year."""
    PASSED_ON = "plan_passed_on"
    """Other kommuner took over from the one that was to be paid."""
