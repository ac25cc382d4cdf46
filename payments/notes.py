"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened to a case's money. Only what was paid, and came back, is for the applicant."""

    INSTALMENT_ATTESTED = "instalment_attested"
    INSTALMENT_PAID = "instalment_paid"
    ATTESTATION_WITHDRAWN = "attestation_withdrawn"
    PAYMENT_WITHDRAWN = "payment_withdrawn"
    PAYMENT_RETURNED = "payment_returned"
    ATTESTATION_FELL = "attestation_fell"
