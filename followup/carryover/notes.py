"""What applications for unused money write in a case's journal."""

from enum import StrEnum


class CarryNote(StrEnum):
    """Something that happened to an application for unused money. A proposal is for the office alone."""

    ASKED = "carry_over_asked"
    WITHDRAWN = "carry_over_withdrawn"
    PROPOSED = "carry_over_proposed"
    ANSWERED = "carry_over_answered"
