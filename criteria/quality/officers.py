"""How each officer marks: spread, distance from the others in the same cases, and drift by reading order."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean, stdev

from scipy.stats import linregress, t

from criteria.quality.measures import Distance, Drift, Given, Spread

_CONFIDENCE = 0.95
_FEWEST = 3


def spreads(marks: Iterable[Given]) -> tuple[Spread, ...]:
    """Describe each officer's marks, by officer."""
    by_assessor, by_case = defaultdict(list), defaultdict(list)
    for one in marks:
        by_assessor[one.assessor].append(one)
        by_case[one.case].append(one)
    return tuple(_spread(who, given, by_case) for who, given in sorted(by_assessor.items()))


def drift(marks_in_order: Iterable[int]) -> Drift | None:
    """Fit a line to one officer's marks in the order they were given.

    None for fewer than three: a line through two points fits whatever they are.
    """
    marks = tuple(marks_in_order)
    if len(marks) < _FEWEST:
        return None
    line = linregress(range(1, len(marks) + 1), marks)
    error = float(t.ppf((1 + _CONFIDENCE) / 2, len(marks) - 2)) * float(line.stderr)
    each = float(line.slope)
    return Drift(each, each - error, each + error, len(marks))


def _spread(assessor: int, given: list[Given], by_case: dict[int, list[Given]]) -> Spread:
    marks = [one.mark for one in given]
    differences = [
        one.mark - fmean(others)
        for one in given
        if (others := [two.mark for two in by_case[one.case] if two.assessor != assessor])
    ]
    return Spread(
        assessor=assessor,
        marks=len(marks),
        mean=fmean(marks),
        deviation=stdev(marks) if len(marks) > 1 else None,
        lowest=min(marks),
        highest=max(marks),
        above_others=_distance(differences) if differences else None,
    )


def _distance(differences: list[float]) -> Distance:
    """Give the mean difference; its interval is Student's, and unknown for a single case or no variation."""
    mean, cases = fmean(differences), len(differences)
    if cases == 1:
        return Distance(mean, None, cases)
    error = stdev(differences) / cases**0.5 * float(t.ppf((1 + _CONFIDENCE) / 2, cases - 1))
    return Distance(mean, (mean - error, mean + error), cases)
