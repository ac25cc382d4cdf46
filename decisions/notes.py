"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened in a case without moving it. Only OPENED is known to the applicant."""

    DRAFTED = "decision_drafted"
    OPENED = "letter_opened"
