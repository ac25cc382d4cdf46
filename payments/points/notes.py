"""What stage gates write in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum


class PointNote(StrEnum):
    """Something that happened at a stage gate."""

    SET = "point_set"
    CHANGED = "point_changed"
    WITHDRAWN = "point_taken_away"
    TOLD = "point_told"
    WENT_ON = "point_decided_go_on"
    WENT_ON_CONDITIONALLY = "point_decided_conditionally"
    STOPPED = "point_decided_stop"
