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
    Instead,
    Participant,
    Reduction,
    ReportDuty,
    StartRate,
    Subject,
    YearAmount,
)
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
    "Instead",
    "LetterError",
    "Participant",
    "Reduction",
    "RefusalLetter",
    "RejectionLetter",
    "ReportDuty",
    "StartRate",
    "Subject",
    "YearAmount",
]
