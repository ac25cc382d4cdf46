"""Acts of the decision: draft, sign, publish, answer; and what is done with letters."""

from decisions.services.answering import answer_award, register_lapse
from decisions.services.drafting import (
    draft_decisions,
    draft_rejection,
    leave_out_reasons,
    write_reason,
)
from decisions.services.interim import send_interim_replies
from decisions.services.letters import (
    make_again,
    make_document_again,
    make_letter_again,
    open_letter,
)
from decisions.services.publishing import (
    call_off_publication,
    date_letters,
    publish_as_set,
    publish_round,
    set_publication,
)
from decisions.services.signing import Refused, sign, sign_round
from decisions.services.supplements import draft_supplements
from decisions.services.texts import choose_neutral_form, save_texts
from decisions.services.trying import try_letters

__all__ = [
    "Refused",
    "answer_award",
    "call_off_publication",
    "choose_neutral_form",
    "date_letters",
    "draft_decisions",
    "draft_rejection",
    "draft_supplements",
    "leave_out_reasons",
    "make_again",
    "make_document_again",
    "make_letter_again",
    "open_letter",
    "publish_as_set",
    "publish_round",
    "register_lapse",
    "save_texts",
    "send_interim_replies",
    "set_publication",
    "sign",
    "sign_round",
    "try_letters",
    "write_reason",
]
