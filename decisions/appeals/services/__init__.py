"""Acts of complaints, of both sides."""

from decisions.appeals.services.complaining import (
    attach_to_complaint,
    begin_complaint,
    comment_on_statement,
    remove_from_complaint,
    save_complaint,
    submit_complaint,
    withdraw_complaint,
)
from decisions.appeals.services.forwarding import (
    act_on_result,
    register_result,
    send_to_appeal_body,
)
from decisions.appeals.services.judging import confirm_ruling, grant_leave, rule
from decisions.appeals.services.reasons import answer_reasons, ask_for_reasons

__all__ = [
    "act_on_result",
    "answer_reasons",
    "ask_for_reasons",
    "attach_to_complaint",
    "begin_complaint",
    "comment_on_statement",
    "confirm_ruling",
    "grant_leave",
    "register_result",
    "remove_from_complaint",
    "rule",
    "save_complaint",
    "send_to_appeal_body",
    "submit_complaint",
    "withdraw_complaint",
]
