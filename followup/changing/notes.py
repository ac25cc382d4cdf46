"""What changes of a project write in its case's journal. All of it is for those who take part to see."""

from enum import StrEnum


class ChangeNote(StrEnum):
    """Something that happened to an application for a change."""

    OPENED_BY_PARTNER = "change_opened_by_partner"
    SUBMITTED = "change_submitted"
    CONFIRMED = "change_confirmed"
    WITHDRAWN = "change_withdrawn"
    APPROVED = "change_approved"
    REFUSED = "change_refused"
