"""What complaints write in a case's journal. The case itself goes on: none of these moves it."""

from enum import StrEnum


class AppealNote(StrEnum):
    """Something that happened to a complaint. Those that the party does or is told of are public."""

    SUBMITTED = "complaint_submitted"
    WITHDRAWN = "complaint_withdrawn"
    LEAVE = "complaint_leave"
    RULED = "complaint_ruled"
    REJECTED = "complaint_rejected"
    UPHELD = "complaint_upheld"
    COMMENTED = "complaint_commented"
    SENT = "complaint_sent"
    RESULT = "complaint_result"
    ANSWERED = "complaint_answered"
    REASONS_ASKED = "reasons_asked"
    REASONS_GIVEN = "reasons_given"
