"""Figures by SQL: what screens, sheets and the interface for research share."""

from figures.queries.parts import (
    AWARDS,
    SUBMITTED,
    TAKES_PART,
    WITHDRAWN,
    case_money,
    in_force,
    leads,
    municipalities_on,
    taking_part,
)

__all__ = [
    "AWARDS",
    "SUBMITTED",
    "TAKES_PART",
    "WITHDRAWN",
    "case_money",
    "in_force",
    "leads",
    "municipalities_on",
    "taking_part",
]
