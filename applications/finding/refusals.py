"""Why an act on a plan or a group is refused: one word each, shared by page and test."""

from enum import StrEnum


class FindingRefusal(StrEnum):
    """Why an act was not done. Its sentence stands in `words.py`."""

    NOT_A_KOMMUNE = "not_a_kommune"
    NOT_OWN_KOMMUNE = "not_own_kommune"
    MEASURE_NOT_FOR_KOMMUNER = "measure_not_for_kommuner"
    HAS_A_PLAN = "has_a_plan"
    SAYS_NOTHING = "says_nothing"
    PLAN_WITHDRAWN = "plan_withdrawn"
    NAME_MISSING = "name_missing"
    NOBODY_INVITED = "nobody_invited"
    ALREADY_INVITED = "already_invited"
    NOT_IN_GROUP = "not_in_group"
    HAS_APPLIED = "has_applied"
    OTHER_MEASURE = "other_measure"
    NOBODY_ELSE_JOINED = "nobody_else_joined"
