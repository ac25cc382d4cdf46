"""What a distribution is worth by the call's aim, in whole numbers, so that two can be compared exactly.

Points are counted in hundredths, as scores are rounded to them, and money in what the terms round to.
"""

from collections.abc import Iterable

from criteria.allocation.lines import Line
from criteria.allocation.terms import Aim, Terms
from foundation.money import NOTHING

HUNDREDTHS = 100
WHOLE_CASE = 1_000_000
"""What a case that gets all it may have counts, so that a part of one can be counted too."""


def worth(lines: Iterable[Line], terms: Terms) -> int:
    """Add up what some lines are worth."""
    return sum(worth_of(line, terms) for line in lines)


def worth_of(line: Line, terms: Terms) -> int:
    """Tell what a line is worth: points times money, or points times the part of a case that is funded."""
    if line.amount == NOTHING:
        return 0
    points = int(line.score * HUNDREDTHS)
    if terms.aim is Aim.POINTS_FOR_MONEY:
        return points * (line.amount // terms.rounding)
    return points * WHOLE_CASE * line.amount // line.entitled
