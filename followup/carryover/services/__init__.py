"""The acts on applications for unused money."""

from followup.carryover.services.answering import propose_answer, sign_answer
from followup.carryover.services.asking import Wanted, ask_to_carry_over, withdraw_carry_over

__all__ = [
    "Wanted",
    "ask_to_carry_over",
    "propose_answer",
    "sign_answer",
    "withdraw_carry_over",
]
