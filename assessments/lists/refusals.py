"""Why an act on what is kept of the lists was refused; `words` says them."""

from enum import StrEnum


class ListRefusal(StrEnum):
    """What stands in the way."""

    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    TOO_MANY_VIEWS = "too_many_views"
    DATE_IN_THE_PAST = "date_in_the_past"
