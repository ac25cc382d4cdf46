"""Decision letters (tilskuddsbrev, avslag, avvisning): values that are printed or read."""

from decisions.letter.contents import AwardLetter, DecisionLetter, RefusalLetter, RejectionLetter
from decisions.letter.parts import (
    Activity,
    Competition,
    Complaint,
    Condition,
    CriterionReason,
    Fault,
    Instalment,
    Participant,
    Reduction,
    ReportDuty,
    StartRate,
    Subject,
    YearAmount,
)
from foundation import paper
from foundation.letterhead import LetterError

__all__ = [
    "Activity",
    "AwardLetter",
    "Competition",
    "Complaint",
    "Condition",
    "CriterionReason",
    "DecisionLetter",
    "Fault",
    "Instalment",
    "LetterError",
    "Participant",
    "Reduction",
    "RefusalLetter",
    "RejectionLetter",
    "ReportDuty",
    "StartRate",
    "Subject",
    "YearAmount",
    "render",
    "text",
]

_TEMPLATES = {
    AwardLetter: "letters/{language}/award.html",
    RefusalLetter: "letters/{language}/refusal.html",
    RejectionLetter: "letters/{language}/rejection.html",
}


def render(letter: DecisionLetter) -> bytes:
    """Print the letter as PDF. The same letter always gives the same bytes."""
    return paper.print_out(_TEMPLATES[type(letter)], letter, letter.head)


def text(letter: DecisionLetter) -> str:
    """Give the letter's words without the layout."""
    return paper.read_out(_TEMPLATES[type(letter)], letter, letter.head)
