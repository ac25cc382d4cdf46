"""The weighted score of an application from independent marks (inv. 5, 160–164, 175).

Each criterion's mean mark, as a part of its highest mark, times its weight; weights are percent and
sum to 100, so a score lies between 0 and 100. It is computed exactly and rounded once, half up, to
two decimals: two applications with the same marks never differ by a rounding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

_FULL_WEIGHT = 100
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


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that is scored. `threshold`: the lowest mean mark that is enough, if any."""

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
    """What one criterion gives: its mean mark and its points, each rounded for showing."""

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


def weighted(criteria: Iterable[Criterion], marks_by_assessor: Iterable[Marks]) -> Score:
    """Compute the weighted score of a case.

    Raises WeightsError, IncompleteMarksError or ImpossibleMarkError; never guesses a mark.
    """
    scored = tuple(criteria)
    sheets = tuple(marks_by_assessor)
    _refuse_unbalanced(scored)
    _refuse_impossible(scored, sheets)
    _refuse_incomplete(scored, sheets)
    means = {criterion.code: _mean(criterion.code, sheets) for criterion in scored}
    points = {criterion.code: _points(criterion, means[criterion.code]) for criterion in scored}
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


def _mean(code: str, sheets: Sequence[Marks]) -> Fraction:
    return Fraction(sum(dict(sheet.marks)[code] for sheet in sheets), len(sheets))


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
