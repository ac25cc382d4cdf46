"""All officers' marks beside each other, with the formula and its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from flask_babel import gettext as _

from assessments.models import Assessment, Mark, Score
from assessments.readings.models import Moderation
from assessments.scores import ScoredPart, parts_of, settling_of
from criteria.scoring import Settling, counted_of
from foundation.wording import format_number
from grants.models import Criterion

_THREE = 3


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A criterion, each officer's mark for it, what it gave, and how that was computed.

    `moderation` is the mark that stands instead of the officers', where there is one.
    """

    criterion: Criterion
    marks: tuple[Mark, ...]
    part: ScoredPart
    moderation: Moderation | None
    formula: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A finished assessment: who marked, criterion by criterion, and the sum.

    `added` is the sum with its terms; `settling` tells how three marks became one, None when two read.
    """

    assessors: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    total: Decimal
    added: str
    below_threshold: bool
    settling: Settling | None

    @property
    def is_moderated(self) -> bool:
        """Tell whether any mark is moderated."""
        return any(row.moderation for row in self.rows)


def score_sheet(
    assessments: Sequence[Assessment], score: Score, moderations: Sequence[Moderation] = ()
) -> ScoreSheet:
    """Put the marks behind a score beside each other, in the order of the call's criteria.

    Needs the assessments with persons, marks and criteria, and the moderations with theirs.
    """
    sheets = [{mark.criterion.code: mark for mark in one.marks} for one in assessments]
    moderated = {one.criterion.code: one for one in moderations}
    settling = settling_of(score)
    rows = tuple(
        _row(tuple(sheet[part.code] for sheet in sheets), part, moderated.get(part.code), settling)
        for part in parts_of(score)
    )
    return ScoreSheet(
        assessors=tuple(one.person.name for one in assessments),
        rows=rows,
        total=score.total,
        added=_added(rows, score.total),
        below_threshold=score.below_threshold,
        settling=settling if len(assessments) >= _THREE else None,
    )


def _row(
    marks: tuple[Mark, ...], part: ScoredPart, moderation: Moderation | None, settling: Settling
) -> SheetRow:
    given = [mark.points or 0 for mark in marks]
    counted = counted_of(given, settling)
    if moderation is not None:
        exact = Fraction(moderation.points)
        mark = _("moderert til %(mark)s", mark=moderation.points)
    else:
        exact = Fraction(sum(counted), len(counted))
        mark = _settled(given, counted, exact)
    formula = f"{mark}; {_points(exact, part)}"
    return SheetRow(marks[0].criterion, marks, part, moderation, formula)


def _settled(given: Sequence[int], counted: tuple[int, ...], exact: Fraction) -> str:
    """Say which marks count and what their mean is: `(4 + 5) / 2 = 4,5`."""
    if len(counted) == 1:
        middle = _("den midterste av %(marks)s", marks=_listed(given))
        return f"{middle} = {counted[0]}"
    shown = given if len(counted) == len(given) else counted
    added = " + ".join(map(str, shown))
    mean = f"({added}) / {len(shown)} {_is(exact)} {format_number(_decimal(exact))}"
    if len(counted) == len(given):
        return mean
    closest = _("de to nærmeste av %(marks)s", marks=_listed(given))
    return f"{closest}: {mean}"


def _points(exact: Fraction, part: ScoredPart) -> str:
    """Say what the mark gives, from the exact mark: a third stays a third until the end."""
    is_short = _decimal(exact) == exact
    mark = format_number(_decimal(exact)) if is_short else f"{exact.numerator}/{exact.denominator}"
    points = exact / part.max_mark * part.weight
    return f"{mark} / {part.max_mark} × {part.weight} {_is(points)} {format_number(part.points)}"


def _added(rows: Sequence[SheetRow], total: Decimal) -> str:
    shown = sum((row.part.points for row in rows), start=Decimal(0))
    terms = " + ".join(format_number(row.part.points) for row in rows)
    return f"{terms} {'=' if shown == total else '≈'} {format_number(total)}"


def _listed(marks: Sequence[int]) -> str:
    return ", ".join(map(str, marks))


def _decimal(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.01"))


def _is(exact: Fraction) -> str:
    return "=" if _decimal(exact) == exact else "≈"
