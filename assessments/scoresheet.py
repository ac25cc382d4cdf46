"""All officers' marks beside each other, with the formula and its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.models import Assessment, Mark, Score
from assessments.scores import ScoredPart, parts_of
from foundation.wording import format_number
from grants.models import Criterion


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A criterion, each officer's mark for it, what it gave, and how that was computed."""

    criterion: Criterion
    marks: tuple[Mark, ...]
    part: ScoredPart
    formula: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A finished assessment: who marked, criterion by criterion, and the sum."""

    assessors: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    total: Decimal
    below_threshold: bool


def score_sheet(assessments: Sequence[Assessment], score: Score) -> ScoreSheet:
    """Put the marks behind a score beside each other, in the order of the call's criteria.

    Needs the assessments with persons, marks and criteria.
    """
    sheets = [{mark.criterion.code: mark for mark in one.marks} for one in assessments]
    return ScoreSheet(
        assessors=tuple(one.person.name for one in assessments),
        rows=tuple(
            _row(tuple(sheet[part.code] for sheet in sheets), part) for part in parts_of(score)
        ),
        total=score.total,
        below_threshold=score.below_threshold,
    )


def _row(marks: tuple[Mark, ...], part: ScoredPart) -> SheetRow:
    points = [mark.points or 0 for mark in marks]
    added = " + ".join(map(str, points))
    mean = Fraction(sum(points), len(points))
    exact = "=" if Fraction(part.mean) == mean else "≈"
    formula = (
        f"({added}) / {len(points)} {exact} {format_number(part.mean)}; "
        f"{format_number(part.mean)} / {part.max_mark} × {part.weight} = "
        f"{format_number(part.points)}"
    )
    return SheetRow(marks[0].criterion, marks, part, formula)
