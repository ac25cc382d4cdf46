"""Reading the catalogue of benefits, the registers of projects, and figures for others."""

from followup.benefits.queries.catalogue import catalogue, effects, versions_of
from followup.benefits.queries.members import left_by, members_of, still_in, takes_part
from followup.benefits.queries.register import (
    FOLLOWED,
    any_indicator,
    benefit_of,
    benefits_of,
    codes_in,
    indicator_codes_in,
    indicator_of,
    last_risk,
    led_benefit,
    ownership_now,
    question_of,
    questions_in,
    risk_in,
)
from followup.benefits.queries.rows import MeasurementRow, followed_in, measurement_rows
from followup.benefits.queries.values import (
    history_of,
    holding,
    last_place,
    last_revision,
    value_of,
    values_for,
    values_in,
)

__all__ = [
    "FOLLOWED",
    "MeasurementRow",
    "any_indicator",
    "benefit_of",
    "benefits_of",
    "catalogue",
    "codes_in",
    "effects",
    "followed_in",
    "history_of",
    "holding",
    "indicator_codes_in",
    "indicator_of",
    "last_place",
    "last_revision",
    "last_risk",
    "led_benefit",
    "left_by",
    "measurement_rows",
    "members_of",
    "ownership_now",
    "question_of",
    "questions_in",
    "risk_in",
    "still_in",
    "takes_part",
    "value_of",
    "values_for",
    "values_in",
    "versions_of",
]
