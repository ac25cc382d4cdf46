"""What the running of the scheme costs money for, as its founding analysis divides it."""

from enum import StrEnum


class CostKind(StrEnum):
    """A line of cost. The first is an investment; the others are what the analysis calls operation."""

    SETUP = "setup"
    """Etablering: the resources of the year before the first grants (inv. 182)."""
    OPERATION = "operation"
    """Drift og forvaltning of the scheme itself (inv. 183)."""
    ADMINISTRATION = "administration"
    """Tilskuddsforvaltningen: calls, assessment, decisions, payment and control."""
    GUIDANCE = "guidance"
    """Prosess- og faglig oppfølging of the kommuner that have a grant."""


class CostRefusal(StrEnum):
    """Why a cost is not registered or taken back."""

    NOTHING = "cost_of_nothing"
    OUTSIDE_YEARS = "cost_outside_years"
    IN_FUTURE = "cost_in_future"
    TAKEN_BACK = "cost_taken_back"
    IS_COUNTER = "cost_is_counter"
