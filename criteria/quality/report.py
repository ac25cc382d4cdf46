"""Everything there is to say of the marking in a round: criterion by criterion, and for the scores in all.

It loads the numerical libraries; what it gives is described in `criteria.quality.reported`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from criteria.quality.agreement import alpha, weighted_kappa
from criteria.quality.measures import Given, Scale, Weights
from criteria.quality.officers import drift, spreads
from criteria.quality.reported import TOTAL, Measured, Officer, Pair, Reading
from criteria.scoring import Criterion, weighted

HUNDREDTHS = 100


def report(criteria: Sequence[Criterion], readings: Iterable[Reading]) -> tuple[Measured, ...]:
    """Measure each criterion, in their order, and then the scores that each sheet alone would give."""
    read = sorted(readings, key=lambda one: (one.sheet.assessor, one.place, one.case))
    found = [_measured(one.code, read, one.max_mark) for one in criteria]
    return (*found, _scores(tuple(criteria), read))


def _measured(code: str, read: Sequence[Reading], highest: int) -> Measured:
    given = [
        Given(one.case, one.sheet.assessor, mark)
        for one in read
        if (mark := dict(one.sheet.marks).get(code)) is not None
    ]
    return Measured(
        code=code,
        highest=highest,
        alpha=alpha(given, Scale.ORDINAL),
        pairs=tuple(_pairs(given)),
        officers=_officers(given, 1),
    )


def _scores(criteria: tuple[Criterion, ...], read: Sequence[Reading]) -> Measured:
    """Measure the scores, in hundredths: every two steps of them are as long."""
    given = [
        Given(one.case, one.sheet.assessor, int(weighted(criteria, [one.sheet]).total * HUNDREDTHS))
        for one in read
    ]
    return Measured(
        code=TOTAL,
        highest=HUNDREDTHS,
        alpha=alpha(given, Scale.INTERVAL),
        pairs=(),
        officers=_officers(given, HUNDREDTHS),
    )


def _pairs(given: Sequence[Given]) -> Iterable[Pair]:
    """Compare every two officers who have marked some of the same cases."""
    by_officer: dict[int, dict[int, int]] = defaultdict(dict)
    for one in given:
        by_officer[one.assessor][one.case] = one.mark
    for first, second in combinations(sorted(by_officer), 2):
        pairs = _both(by_officer[first], by_officer[second])
        if pairs:
            yield Pair(
                first,
                second,
                len(pairs),
                sum(one == other for one, other in pairs),
                weighted_kappa(pairs, Weights.LINEAR),
            )


def _both(first: Mapping[int, int], second: Mapping[int, int]) -> list[tuple[int, int]]:
    return [(first[case], second[case]) for case in sorted({*first} & {*second})]


def _officers(given: Sequence[Given], unit: int) -> tuple[Officer, ...]:
    """Describe each officer; `given` stands in the order that each has read."""
    in_order: dict[int, list[int]] = defaultdict(list)
    for one in given:
        in_order[one.assessor].append(one.mark)
    return tuple(
        Officer(spread, drift(in_order[spread.assessor]), unit) for spread in spreads(given)
    )
