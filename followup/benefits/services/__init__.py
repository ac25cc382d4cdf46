"""Acts on benefits: the office's on the catalogue, the lead's on the register, each kommune's on its own."""

from followup.benefits.services.asking import answer_question, ask_about
from followup.benefits.services.cataloguing import fill_benefits, publish_benefit
from followup.benefits.services.choosing import (
    OwnBenefit,
    add_indicator,
    add_own_benefit,
    choose_benefits,
    drop_benefit,
    judge_benefit,
)
from followup.benefits.services.handing import (
    Offer,
    accept_handover,
    decline_handover,
    propose_handover,
    propose_overall_handover,
    withdraw_handover,
)
from followup.benefits.services.measuring import correct_value, record_value, withdraw_measurement
from followup.benefits.services.owning import NewRisk, Promise, add_risk, close_risk, name_owner

__all__ = [
    "NewRisk",
    "Offer",
    "OwnBenefit",
    "Promise",
    "accept_handover",
    "add_indicator",
    "add_own_benefit",
    "add_risk",
    "answer_question",
    "ask_about",
    "choose_benefits",
    "close_risk",
    "correct_value",
    "decline_handover",
    "drop_benefit",
    "fill_benefits",
    "judge_benefit",
    "name_owner",
    "propose_handover",
    "propose_overall_handover",
    "publish_benefit",
    "record_value",
    "withdraw_handover",
    "withdraw_measurement",
]
