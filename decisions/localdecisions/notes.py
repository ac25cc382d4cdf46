"""What local decisions write in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum


class LocalNote(StrEnum):
    """Something that happened to the local decisions of a case."""

    REGISTERED = "local_decision_registered"
    REMINDED = "local_decisions_reminded"
