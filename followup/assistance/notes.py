"""What help with standards writes in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum


class AssistanceNote(StrEnum):
    """Something that happened to a request for help."""

    ASKED = "assistance_asked"
    TAKEN_ON = "assistance_taken_on"
    DECLINED = "assistance_declined"
    GIVEN = "assistance_given"
    TAKEN_BACK = "assistance_given_taken_back"
    CLOSED = "assistance_closed"
    WITHDRAWN = "assistance_withdrawn"
