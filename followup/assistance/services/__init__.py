"""Acts on help with standards: a kommune asks and judges, the office answers and notes what was given."""

from followup.assistance.services.asking import (
    Need,
    ask_for_assistance,
    close_assistance,
    withdraw_assistance,
)
from followup.assistance.services.giving import (
    Given,
    answer_assistance,
    note_given,
    take_given_back,
)

__all__ = [
    "Given",
    "Need",
    "answer_assistance",
    "ask_for_assistance",
    "close_assistance",
    "note_given",
    "take_given_back",
    "withdraw_assistance",
]
