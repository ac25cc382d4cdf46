"""How a score is kept: its parts as text, so that the formula can be shown with its own numbers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.models import Score
from criteria import scoring
from criteria.scoring import Settling
from foundation.columns import JsonValue


@dataclass(frozen=True, slots=True)
class ScoredPart:
    """What one criterion gave: (the mark that counts / highest mark) × weight = points."""

    code: str
    mean: Decimal
    max_mark: int
    weight: int
    points: Decimal
    fell_short: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What a score is made of: whose marks, of which rounds, how they became one, what is moderated."""

    assessors: Collection[int]
    rounds: Collection[int]
    settling: Settling
    moderated: Mapping[str, int]


def written(
    score: scoring.Score, criteria: tuple[scoring.Criterion, ...], behind: Behind
) -> JsonValue:
    """Write a score's parts, and what it is made of, as they are kept."""
    highest = {criterion.code: criterion.max_mark for criterion in criteria}
    return JsonValue(
        assessors=sorted(behind.assessors),
        rounds=sorted(behind.rounds),
        settling=behind.settling.value,
        moderated=dict(behind.moderated),
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


def settling_of(score: Score) -> Settling:
    """Tell how the marks behind a kept score became one."""
    return Settling(score.parts.get("settling", Settling.MEAN))


def moderated_in(score: Score) -> dict[str, int]:
    """Give the moderated marks that a kept score counts, by criterion code."""
    return dict(score.parts.get("moderated", {}))


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
