"""The weighted score of an application from independent marks (inv. 5, 160–164, 175).

Each criterion's mean mark, as a part of its highest mark, times its weight; weights are percent and
sum to 100, so a score lies between 0 and 100. It is computed exactly and rounded once, half up, to
two decimals: two applications with the same marks never differ by a rounding.

Where three have read, the call states how three marks become one; a moderated mark stands instead of
what the assessors' marks give.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import floor
from types import MappingProxyType

_FULL_WEIGHT = 100
_TWO = 2
_HUNDREDTH = Decimal("0.01")


class ScoringError(ValueError):
    """A score cannot be computed from what was given."""


class WeightsError(ScoringError):
    """The criteria make no whole: weights above 0 sum to 100, scales above 0, codes once."""


class IncompleteMarksError(ScoringError):
    """An assessor has not marked every criterion, or nobody has assessed the case."""

    def __init__(self, missing: tuple[tuple[int | None, str], ...]) -> None:
        """Keep which assessor lacks which criterion; the assessor is None when there is none."""
        super().__init__(", ".join(f"{assessor}: {code}" for assessor, code in missing))
        self.missing = missing


class ImpossibleMarkError(ScoringError):
    """A mark is off its scale, for a criterion the call does not have, or given twice."""


class Settling(StrEnum):
    """How the marks of three readers become one (of two it is always the mean).

    CLOSEST_TWO: the mean of the two that are closest to each other, criterion by criterion; where the
    middle one is as far from both, the mean of all three.
    """

    MEAN = "mean"
    MEDIAN = "median"
    CLOSEST_TWO = "closest_two"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that is scored. `threshold`: the lowest mark that is enough, if any."""

    code: str
    weight: int
    max_mark: int
    threshold: int | None


@dataclass(frozen=True, slots=True)
class Marks:
    """One assessor's marks, as (criterion code, mark)."""

    assessor: int
    marks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion gives: the mark that counts and its points, each rounded for showing."""

    code: str
    mean: Decimal
    weight: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """The weighted score, its parts in the criteria's order, and the criteria that fell short."""

    total: Decimal
    parts: tuple[Part, ...]
    below_threshold: tuple[str, ...]


_NOTHING_MODERATED: Mapping[str, int] = MappingProxyType({})


def weighted(
    criteria: Iterable[Criterion],
    marks_by_assessor: Iterable[Marks],
    settling: Settling = Settling.MEAN,
    moderated: Mapping[str, int] = _NOTHING_MODERATED,
) -> Score:
    """Compute the weighted score of a case. `moderated` holds the moderated marks by criterion code.

    Raises WeightsError, IncompleteMarksError or ImpossibleMarkError; never guesses a mark.
    """
    scored = tuple(criteria)
    sheets = tuple(marks_by_assessor)
    _refuse_unbalanced(scored)
    _refuse_impossible(scored, sheets)
    _refuse_off_scale(scored, moderated)
    _refuse_incomplete(scored, sheets)
    given = [dict(sheet.marks) for sheet in sheets]
    means = {
        c.code: Fraction(moderated[c.code])
        if c.code in moderated
        else settled([sheet[c.code] for sheet in given], settling)
        for c in scored
    }
    points = {c.code: _points(c, means[c.code]) for c in scored}
    return Score(
        total=_rounded(sum(points.values(), start=Fraction(0))),
        parts=tuple(
            Part(c.code, _rounded(means[c.code]), c.weight, _rounded(points[c.code]))
            for c in scored
        ),
        below_threshold=tuple(
            c.code for c in scored if c.threshold is not None and means[c.code] < c.threshold
        ),
    )


def settled(marks: Sequence[int], settling: Settling) -> Fraction:
    """Make one mark of the assessors' marks for a criterion. Needs at least one."""
    counted = counted_of(marks, settling)
    return Fraction(sum(counted), len(counted))


def counted_of(marks: Sequence[int], settling: Settling) -> tuple[int, ...]:
    """Give the marks, lowest first, whose mean is the mark that counts."""
    ordered = tuple(sorted(marks))
    if len(ordered) <= _TWO or settling is Settling.MEAN:
        return ordered
    if settling is Settling.MEDIAN:
        middle = len(ordered) // 2
        return (
            ordered[middle : middle + 1] if len(ordered) % 2 else ordered[middle - 1 : middle + 1]
        )
    closest = min(high - low for low, high in pairwise(ordered))
    pairs = [pair for pair in pairwise(ordered) if pair[1] - pair[0] == closest]
    return pairs[0] if len(pairs) == 1 or closest == 0 else ordered


def _points(criterion: Criterion, mean: Fraction) -> Fraction:
    return mean / criterion.max_mark * criterion.weight


def _rounded(exact: Fraction) -> Decimal:
    """Round half up to two decimals; scores are never below 0."""
    return Decimal(floor(exact * 100 + Fraction(1, 2))) * _HUNDREDTH


def _refuse_unbalanced(criteria: Sequence[Criterion]) -> None:
    if len({criterion.code for criterion in criteria}) != len(criteria):
        raise WeightsError("a criterion stands twice")
    if any(criterion.weight <= 0 or criterion.max_mark <= 0 for criterion in criteria):
        raise WeightsError("a weight or a highest mark is not above 0")
    weights = sum(criterion.weight for criterion in criteria)
    if weights != _FULL_WEIGHT:
        raise WeightsError(f"weights sum to {weights}, not to {_FULL_WEIGHT}")


def _refuse_impossible(criteria: Sequence[Criterion], sheets: Sequence[Marks]) -> None:
    highest = {criterion.code: criterion.max_mark for criterion in criteria}
    if len({sheet.assessor for sheet in sheets}) != len(sheets):
        raise ImpossibleMarkError("an assessor has two sheets")
    for sheet in sheets:
        if len(dict(sheet.marks)) != len(sheet.marks):
            raise ImpossibleMarkError(f"{sheet.assessor} marks a criterion twice")
        for code, mark in sheet.marks:
            if not 0 <= mark <= highest.get(code, -1):
                raise ImpossibleMarkError(f"{sheet.assessor} gives {code} {mark}")


def _refuse_off_scale(criteria: Sequence[Criterion], moderated: Mapping[str, int]) -> None:
    highest = {criterion.code: criterion.max_mark for criterion in criteria}
    for code, mark in moderated.items():
        if not 0 <= mark <= highest.get(code, -1):
            raise ImpossibleMarkError(f"{code} is moderated to {mark}")


def _refuse_incomplete(criteria: Sequence[Criterion], sheets: Sequence[Marks]) -> None:
    missing: list[tuple[int | None, str]] = [
        (sheet.assessor, criterion.code)
        for sheet in sheets
        for criterion in criteria
        if criterion.code not in dict(sheet.marks)
    ]
    if not sheets:
        missing = [(None, criterion.code) for criterion in criteria]
    if missing:
        raise IncompleteMarksError(tuple(missing))
