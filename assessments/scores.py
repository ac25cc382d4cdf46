"""How a score is kept: its parts as text, so that the formula can be shown with its own numbers."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from assessments.models import Score
from criteria import scoring
from foundation.columns import JsonValue


@dataclass(frozen=True, slots=True)
class ScoredPart:
    """What one criterion gave: (mean mark / highest mark) × weight = points."""

    code: str
    mean: Decimal
    max_mark: int
    weight: int
    points: Decimal
    fell_short: bool


def written(
    score: scoring.Score, criteria: tuple[scoring.Criterion, ...], assessors: Collection[int]
) -> JsonValue:
    """Write a score's parts, and whose marks it is made of, as they are kept."""
    highest = {criterion.code: criterion.max_mark for criterion in criteria}
    return JsonValue(
        assessors=sorted(assessors),
        parts=[
            {
                "code": part.code,
                "mean": str(part.mean),
                "max_mark": highest[part.code],
                "weight": part.weight,
                "points": str(part.points),
            }
            for part in score.parts
        ],
        below_threshold=list(score.below_threshold),
    )


def parts_of(score: Score) -> tuple[ScoredPart, ...]:
    """Read a kept score's parts, in the criteria's order."""
    return tuple(
        ScoredPart(
            code=part["code"],
            mean=Decimal(part["mean"]),
            max_mark=part["max_mark"],
            weight=part["weight"],
            points=Decimal(part["points"]),
            fell_short=part["code"] in score.parts["below_threshold"],
        )
        for part in score.parts["parts"]
    )
