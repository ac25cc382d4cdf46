"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened in a case without moving it.

    The applicant knows of letters, of reversals, of corrections and of what is added, not of drafts.
    """

    DRAFTED = "decision_drafted"
    OPENED = "letter_opened"
    INTERIM_REPLY = "interim_reply_sent"
    REMINDED = "reminded_by_letter"
    REVERSAL_SIGNED = "reversal_signed"
    REVERSED = "decision_reversed"
    SUPPLEMENT_SIGNED = "supplement_signed"
    SUPPLEMENTED = "grant_supplemented"
    CORRECTION_PROPOSED = "decision_correction_proposed"
    CORRECTION_WITHDRAWN = "decision_correction_withdrawn"
    CORRECTED = "decision_corrected"
    ACCOUNT_ASKED = "account_change_asked"
    ACCOUNT_CONFIRMED = "account_change_confirmed"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_WITHDRAWN = "account_change_withdrawn"
