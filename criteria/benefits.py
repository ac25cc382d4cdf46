"""What a benefit is worth following, how far it has come, and when a kommune must explain (gevinster).

The plan for benefits (Akson, gevinstrealiseringsplan) weighs five things, and says of each that more of it
speaks for higher priority, risk too. Its own table 2 is a judgement and no sum. The formula here gives the
same order, so that a project can be told what its judgements lead to; the scheme's own order stands beside.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from criteria.benefitwords import Grade, Level, ValueKind

POINTS = {Level.LOW: 1, Level.MIDDLE: 2, Level.HIGH: 3}
DOUBLE = 2
"""Potential and strategic weight count twice: what the plan says matters for the goals themselves."""
TOLERANCE = Decimal("0.1")
"""How far behind the straight line a measurement may be, as a share of the way, without an explanation."""
FEWEST = 3
"""The fewest kommuner that a figure about measurements is shown for to others than themselves."""
_WHOLE = Decimal(1)
_PERCENT = Decimal(100)
_STEP = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is judged of a benefit (inv. 218). High risk speaks for high priority: more is lost."""

    potential: Level
    strategy: Level
    measurability: Level
    causality: Level
    risk: Level

    @property
    def points(self) -> int:
        """Two times potential and strategic weight, and once the other three: 7 to 21."""
        twice = POINTS[self.potential] + POINTS[self.strategy]
        once = POINTS[self.measurability] + POINTS[self.causality] + POINTS[self.risk]
        return DOUBLE * twice + once

    @property
    def order(self) -> tuple[int, int, int]:
        """Sort by points, then by potential, then by strategic weight; the smallest comes first."""
        return -self.points, -POINTS[self.potential], -POINTS[self.strategy]


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day: a baseline, a target or a measurement."""

    value: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class Threat:
    """What may take a part of a benefit: how likely it is, and how much it takes, in per cent (inv. 243)."""

    probability: int
    share_lost: int

    @property
    def expected(self) -> Decimal:
        """How much of the benefit it is expected to take, in per cent."""
        return Decimal(self.probability * self.share_lost) / _PERCENT


def expected_loss(threats: Iterable[Threat]) -> Decimal:
    """Give what several threats together are expected to take, in per cent with one decimal.

    They are reckoned as independent: what one has taken, the next cannot take again.
    """
    left = _WHOLE
    for one in threats:
        left *= _WHOLE - one.expected / _PERCENT
    return ((_WHOLE - left) * _PERCENT).quantize(Decimal("0.1"))


def realised(baseline: Decimal, target: Decimal, value: Decimal) -> Decimal | None:
    """Give how much of the way from baseline to target is gone: 1 is all of it, below 0 the wrong way.

    None where the two are the same, for then there is no way to go.
    """
    if baseline == target:
        return None
    return ((value - baseline) / (target - baseline)).quantize(_STEP)


def hoped_for(baseline: Point, target: Point, on: date) -> Decimal:
    """Give how much of the way a straight line from baseline to target would have gone by a day."""
    days = (target.on - baseline.on).days
    if days <= 0:
        return _WHOLE
    gone = Decimal((on - baseline.on).days) / days
    return min(max(gone, Decimal(0)), _WHOLE).quantize(_STEP)


def is_behind(baseline: Point | None, target: Point | None, measured: Point) -> bool:
    """Tell whether a measurement is so far from the straight line that it must be explained."""
    if baseline is None or target is None:
        return False
    came = realised(baseline.value, target.value, measured.value)
    return came is not None and came < hoped_for(baseline, target, measured.on) - TOLERANCE


INTRODUCING = frozenset({"T2"})
"""The measures that introduce something: the baseline is measured before that begins (inv. 228)."""


@dataclass(frozen=True, slots=True, order=True)
class Unmeasured:
    """A benefit that a kommune has not measured: in the year of a duty, or as it was before."""

    benefit: str
    organisation: int


def unmeasured(
    benefits: Iterable[str],
    organisations: Iterable[int],
    measured: Collection[tuple[str, int]],
) -> tuple[Unmeasured, ...]:
    """List what is not measured, benefit by benefit. `measured`: the pairs of benefit and kommune that are.

    One measurement of one indicator is enough for a benefit in a kommune: which indicators are worth
    following is for the project to choose.
    """
    kommuner = tuple(organisations)
    return tuple(
        Unmeasured(code, one)
        for code in benefits
        for one in kommuner
        if (code, one) not in measured
    )


class ValueProblem(StrEnum):
    """Why a value is not taken."""

    IN_THE_FUTURE = "value_in_the_future"
    BASELINE_FIRST = "value_baseline_first"
    NOT_AFTER_BASELINE = "value_not_after_baseline"
    SAME_AS_BASELINE = "value_same_as_baseline"
    NO_METHOD = "value_no_method"
    NO_GRADE = "value_no_grade"
    NOT_EXPLAINED = "value_not_explained"
    DAY_TAKEN = "value_day_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value as somebody gives it. A target has no method and no grade."""

    kind: ValueKind
    point: Point
    method: str
    grade: Grade | None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What holds already for the same indicator and kommune, without the value that is corrected."""

    baseline: Point | None
    target: Point | None
    measured_on: frozenset[date]


def problem_of(given: Given, known: Known, today: date) -> ValueProblem | None:
    """Tell why a value is not taken; None when it is.

    The baseline comes first: it is measured before anything is changed (inv. 228).
    """
    if given.kind is ValueKind.TARGET:
        return _problem_of_target(given, known)
    if given.point.on > today:
        return ValueProblem.IN_THE_FUTURE
    if not given.method.strip():
        return ValueProblem.NO_METHOD
    if given.grade is None:
        return ValueProblem.NO_GRADE
    if given.kind is ValueKind.BASELINE:
        return _problem_of_baseline(given, known)
    return _problem_of_measurement(given, known)


def _problem_of_baseline(given: Given, known: Known) -> ValueProblem | None:
    later = {*known.measured_on} | ({known.target.on} if known.target else set())
    if later and given.point.on >= min(later):
        return ValueProblem.NOT_AFTER_BASELINE
    if known.target is not None and given.point.value == known.target.value:
        return ValueProblem.SAME_AS_BASELINE
    return None


def _problem_of_target(given: Given, known: Known) -> ValueProblem | None:
    if known.baseline is None:
        return ValueProblem.BASELINE_FIRST
    if given.point.on <= known.baseline.on:
        return ValueProblem.NOT_AFTER_BASELINE
    if given.point.value == known.baseline.value:
        return ValueProblem.SAME_AS_BASELINE
    return None


def _problem_of_measurement(given: Given, known: Known) -> ValueProblem | None:
    if known.baseline is None:
        return ValueProblem.BASELINE_FIRST
    if given.point.on <= known.baseline.on:
        return ValueProblem.NOT_AFTER_BASELINE
    if given.point.on in known.measured_on:
        return ValueProblem.DAY_TAKEN
    if is_behind(known.baseline, known.target, given.point) and not given.explanation.strip():
        return ValueProblem.NOT_EXPLAINED
    return None
