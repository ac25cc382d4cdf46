"""Sharing a call's frame out over its ranked applications (inv. 93, 97, 171).

Every line has its reason and the numbers behind it. Amounts are rounded down to whole thousand kroner (or
as the terms say), and the sum is never above the frame. The best combination of all (`Selection.OPTIMUM`)
is found in `criteria.allocation.optimum`, which is imported by name by those who need it: its solver takes
half a second to load, and nothing else here does.
"""

from collections.abc import Iterable

from criteria.allocation.equal import in_equal_parts
from criteria.allocation.lines import Cut, Cutter, Line, Reason
from criteria.allocation.listed import down_the_list
from criteria.allocation.portfolio import (
    ONE_PER_LEAD,
    Bound,
    BoundError,
    Broken,
    Group,
    not_kept,
)
from criteria.allocation.terms import (
    WHOLE_THOUSANDS,
    Aim,
    Method,
    Selection,
    Terms,
    TermsError,
    Worsening,
    more_frame_can_worsen,
)
from criteria.allocation.written import Result, from_inputs, inputs, inputs_hash, results
from criteria.ranking import Ranked

__all__ = [
    "ONE_PER_LEAD",
    "WHOLE_THOUSANDS",
    "Aim",
    "Bound",
    "BoundError",
    "Broken",
    "Cut",
    "Cutter",
    "Group",
    "Line",
    "Method",
    "Reason",
    "Result",
    "Selection",
    "Terms",
    "TermsError",
    "Worsening",
    "allocate",
    "from_inputs",
    "inputs",
    "inputs_hash",
    "more_frame_can_worsen",
    "not_kept",
    "results",
]


def allocate(ranking: Iterable[Ranked], terms: Terms) -> tuple[Line, ...]:
    """Share the frame out by the terms' method, each application in the order of its place.

    Raises TermsError for terms that ask for the best combination; `optimum.find` gives that.
    """
    if terms.selection is Selection.OPTIMUM:
        raise TermsError("the best combination is found by the solver")
    if terms.method is Method.PROPORTIONAL:
        return in_equal_parts(ranking, terms)
    return down_the_list(ranking, terms)
