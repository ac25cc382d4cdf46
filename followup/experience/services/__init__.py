"""Acts on accounts of experience: the kommune writes and sends, the office publishes and withdraws."""

from followup.experience.services.answering import answer_experience, withdraw_experience
from followup.experience.services.writing import (
    add_document,
    remove_document,
    save_experience,
    send_experience,
)

__all__ = [
    "add_document",
    "answer_experience",
    "remove_document",
    "save_experience",
    "send_experience",
    "withdraw_experience",
]
