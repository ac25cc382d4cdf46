"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened to a case's money. Only the payment is for the applicant to see."""

    INSTALMENT_ATTESTED = "instalment_attested"
    INSTALMENT_PAID = "instalment_paid"
