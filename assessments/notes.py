"""What this room writes in a case's journal beside the moves of the procedure. All of it is internal."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened in a case without moving it."""

    DECLARED = "declared"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    EXAMINED = "examined"
    OVERRULED = "finding_overruled"
    ASSESSED_BY_ONE = "assessed_by_one"
