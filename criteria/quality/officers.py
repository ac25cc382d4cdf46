"""How each officer marks: spread, distance from the others in the same cases, and drift by reading order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, stdev

from scipy.stats import linregress, t

from criteria.quality.agreement import Given

_CONFIDENCE = 0.95
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """An officer's marks in all. `deviation` is None for a single mark.

    `above_others` is the mean difference from the others' mean in the same cases; None where nobody else
    has marked any of them.
    """

    assessor: int
    marks: int
    mean: float
    deviation: float | None
    lowest: int
    highest: int
    above_others: float | None


@dataclass(frozen=True, slots=True)
class Drift:
    """How much a mark changes from one case to the next as they are read, with its interval at 95 percent."""

    each: float
    low: float
    high: float
    cases: int

    @property
    def is_certain(self) -> bool:
        """Tell whether the interval leaves out that nothing changes."""
        return self.low > 0 or self.high < 0


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
        above_others=fmean(differences) if differences else None,
    )
