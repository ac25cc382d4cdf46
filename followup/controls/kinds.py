"""What is looked for in a control, and what may be found."""

from enum import StrEnum


class CheckItem(StrEnum):
    """The codes of the standard checklist, in order. Administrators write others."""

    USED_AS_DECIDED = "used_as_decided"
    ACCOUNTS_AGREE = "accounts_agree"
    OWN_SHARE = "own_share"
    PROCUREMENT = "procurement"
    PARTNERS_SHARED = "partners_shared"
    CONDITIONS_MET = "conditions_met"
    REPORTED_TRULY = "reported_truly"


class Verdict(StrEnum):
    """How a point stands."""

    IN_ORDER = "in_order"
    NOT_IN_ORDER = "not_in_order"
    NOT_RELEVANT = "not_relevant"


class Severity(StrEnum):
    """How grave a finding is."""

    REMARK = "remark"
    BREACH = "breach"
    GRAVE = "grave"


class Consequence(StrEnum):
    """What follows from a finding."""

    NOTE = "note"
    FOLLOW_UP = "follow_up"
    RECLAIM = "reclaim"
