"""When two readings of an application are not enough, and in which order an officer reads.

A third reader is asked for when the two differ more than the call allows, when they come out close to the
call's threshold, and, once there is a proposal, close to where the money ran out (inv. 160–163, 175).

The order is its own for each officer, so that the first and the last application in a pile are not the
same for all: an effect of the order then evens out, and can be measured (`criteria.quality`). Like the draw
between equals (`criteria.ranking`) it can be made again by anyone: it is the hash of round, officer and case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from criteria.scoring import Criterion, Marks, weighted

NO_THRESHOLD = Decimal(0)


class ThirdBecause(StrEnum):
    """Why a third reader is asked for."""

    MARKS_DIFFER = "marks_differ"
    TOTALS_DIFFER = "totals_differ"
    NEAR_THRESHOLD = "near_threshold"
    NEAR_LINE = "near_line"
    ASKED_FOR = "asked_for"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a call allows of two readings. None asks for no third reader on that ground.

    `marks`: the most that two marks for a criterion may differ. `total`: the same for two sums, of 100
    points. `near`: the distance in points from the threshold, or from the line, that is close.
    """

    marks: int | None = None
    total: int | None = None
    near: int | None = None


def third_because(
    criteria: Sequence[Criterion], sheets: Sequence[Marks], limits: Limits, threshold: Decimal
) -> tuple[ThirdBecause, ...]:
    """Tell why the finished sheets ask for a third reader; nothing when they do not.

    Raises as `scoring.weighted` does.
    """
    totals = [weighted(criteria, [sheet]).total for sheet in sheets]
    together = weighted(criteria, sheets).total
    grounds = (
        (ThirdBecause.MARKS_DIFFER, _more_than(limits.marks, widest_gap(criteria, sheets))),
        (ThirdBecause.TOTALS_DIFFER, _more_than(limits.total, max(totals) - min(totals))),
        (
            ThirdBecause.NEAR_THRESHOLD,
            threshold > NO_THRESHOLD and is_near(together, threshold, limits.near),
        ),
    )
    return tuple(because for because, holds in grounds if holds)


def widest_gap(criteria: Iterable[Criterion], sheets: Sequence[Marks]) -> int:
    """Give the most that any two marks for the same criterion differ."""
    given = [dict(sheet.marks) for sheet in sheets]
    gaps = [
        max(sheet[one.code] for sheet in given) - min(sheet[one.code] for sheet in given)
        for one in criteria
    ]
    return max(gaps, default=0)


def is_near(score: Decimal, line: Decimal, within: int | None) -> bool:
    """Tell whether a score is so close to a line that it should be read once more; at it is close."""
    return within is not None and abs(score - line) <= within


def line_of(lines: Iterable[tuple[Decimal, bool]]) -> Decimal | None:
    """Give where the money ran out: the lowest score that gets some. None where nobody does, or all do.

    Takes the score of each case and whether it gets anything.
    """
    scores = list(lines)
    funded = [score for score, gets in scores if gets]
    return min(funded) if funded and len(funded) < len(scores) else None


def in_reading_order(round_id: int, officer: int, cases: Iterable[int]) -> list[int]:
    """Put cases in the order in which an officer should read them.

    A case that comes later finds its place between the others, whose order stays.
    """
    return sorted(
        cases, key=lambda case: sha256(f"{round_id}:{officer}:{case}".encode()).hexdigest()
    )


def _more_than(limit: int | None, gap: Decimal | int) -> bool:
    return limit is not None and gap > limit
