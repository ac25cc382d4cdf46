"""Acts of the decision: draft, sign, publish, answer; and what is done with letters."""

from decisions.services.answering import answer_award, register_lapse
from decisions.services.drafting import draft_decisions, draft_rejection, write_reason
from decisions.services.interim import send_interim_replies
from decisions.services.letters import make_again, make_letter_again, open_letter
from decisions.services.publishing import date_letters, publish_round
from decisions.services.signing import Refused, sign, sign_round
from decisions.services.texts import choose_neutral_form, save_texts

__all__ = [
    "Refused",
    "answer_award",
    "choose_neutral_form",
    "date_letters",
    "draft_decisions",
    "draft_rejection",
    "make_again",
    "make_letter_again",
    "open_letter",
    "publish_round",
    "register_lapse",
    "save_texts",
    "send_interim_replies",
    "sign",
    "sign_round",
    "write_reason",
]
