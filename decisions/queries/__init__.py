"""Reading decisions, rounds, letters, and who may sign."""

from decisions.queries.decisions import (
    amounts_replaced,
    awards,
    decision,
    decision_in_force,
    latest_of,
    newest_version,
    published_decision,
    replaced_among,
)
from decisions.queries.grounds import grounds_of
from decisions.queries.letters import (
    letter,
    letter_to,
    letters_in_case,
    letters_of,
    letters_to,
    receipt_of,
    unmade,
    unmade_saying,
)
from decisions.queries.rounds import (
    RoundRow,
    call_with_criteria,
    chosen_in,
    decisions_of_round,
    ineligible_without_draft,
    lines_without_draft,
    round_now,
    rounds,
    signed_sum,
)
from decisions.queries.standing import hindrances_of, undeclared

__all__ = [
    "RoundRow",
    "amounts_replaced",
    "awards",
    "call_with_criteria",
    "chosen_in",
    "decision",
    "decision_in_force",
    "decisions_of_round",
    "grounds_of",
    "hindrances_of",
    "ineligible_without_draft",
    "latest_of",
    "letter",
    "letter_to",
    "letters_in_case",
    "letters_of",
    "letters_to",
    "lines_without_draft",
    "newest_version",
    "published_decision",
    "receipt_of",
    "replaced_among",
    "round_now",
    "rounds",
    "signed_sum",
    "undeclared",
    "unmade",
    "unmade_saying",
]
