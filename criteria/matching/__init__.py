"""Who could work together: plans compared, with stated reasons, and groups grown from them.

Kommuner with coinciding needs make the best collaborations (inv. 67). A suggestion is help, not a
judgement: it gives no points in an application and stops nobody.
"""

from criteria.matching.facts import (
    MONTHS_IN_REACH,
    WEIGHTS,
    Common,
    DuplicateProfileError,
    Found,
    Group,
    Match,
    Profile,
    Reason,
    Suggestions,
    Terms,
    Unknown,
    Weights,
)
from criteria.matching.groups import group_around, reasons_in_common, suggest_to_all
from criteria.matching.pairs import compare, partners_for, points_between, unknown_in

__all__ = [
    "MONTHS_IN_REACH",
    "WEIGHTS",
    "Common",
    "DuplicateProfileError",
    "Found",
    "Group",
    "Match",
    "Profile",
    "Reason",
    "Suggestions",
    "Terms",
    "Unknown",
    "Weights",
    "compare",
    "group_around",
    "partners_for",
    "points_between",
    "reasons_in_common",
    "suggest_to_all",
    "unknown_in",
]
