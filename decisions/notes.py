"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened in a case without moving it.

    The applicant knows of letters, of reversals and of what is added, not of drafts.
    """

    DRAFTED = "decision_drafted"
    OPENED = "letter_opened"
    INTERIM_REPLY = "interim_reply_sent"
    REMINDED = "reminded_by_letter"
    REVERSAL_SIGNED = "reversal_signed"
    REVERSED = "decision_reversed"
    SUPPLEMENT_SIGNED = "supplement_signed"
    SUPPLEMENTED = "grant_supplemented"
    ACCOUNT_ASKED = "account_change_asked"
    ACCOUNT_CONFIRMED = "account_change_confirmed"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_WITHDRAWN = "account_change_withdrawn"
