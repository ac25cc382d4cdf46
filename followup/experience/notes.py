"""What accounts of experience write in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum


class ExperienceNote(StrEnum):
    """Something that happened to an account of experience."""

    SENT = "experience_sent"
    PUBLISHED = "experience_published"
    RETURNED = "experience_returned"
    WITHDRAWN = "experience_withdrawn"
