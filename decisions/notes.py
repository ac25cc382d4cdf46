"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened in a case without moving it. The applicant knows of letters, not of drafts."""

    DRAFTED = "decision_drafted"
    OPENED = "letter_opened"
    INTERIM_REPLY = "interim_reply_sent"
    REMINDED = "reminded_by_letter"
