"""What the days of reports write in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum


class DeadlineNote(StrEnum):
    """Something that happened to the day a report is due."""

    REMINDED = "report_reminded"
    ASKED = "report_extension_asked"
    GRANTED = "report_extension_granted"
    REFUSED = "report_extension_refused"
