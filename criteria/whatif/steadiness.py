"""How firmly an outcome stands when nobody is sure of the weights: how often each case gets something.

Every weight is drawn anew, evenly between so many percentage points below its own and as many above, never
below 0, and the weights are then counted so that they sum to 100. It is done `DRAWS` times. The draws are
made from words and not from a machine's chance, so the same round gives the same answer everywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from math import floor, lcm

from criteria.allocation import allocate
from criteria.ranking import Candidate, rank
from criteria.scoring import Criterion
from criteria.whatif.rounds import Round, Share
from foundation.money import NOTHING

DRAWS = 200
_STEPS = 1_000
"""A percentage point is drawn in so many steps."""
_HUNDREDTH = Decimal("0.01")
_FULL = 100 * 100
_SEED = "tilsagn"
_Scored = Callable[[Mapping[str, int]], Candidate]


@dataclass(frozen=True, slots=True)
class Steady:
    """In how many of the draws a case gets something."""

    application: int
    times: int
    draws: int

    @property
    def share(self) -> Fraction:
        """The part of the draws in which it gets something."""
        return Fraction(self.times, self.draws)

    @property
    def is_certain(self) -> bool:
        """Tell whether the weights decide nothing: it gets something always, or never."""
        return self.times in (0, self.draws)


def steadiness(
    now: Round, points: int, share: Share = allocate, draws: int = DRAWS
) -> tuple[Steady, ...]:
    """Count how often each case that can be ranked gets something, by number.

    `points` is how many percentage points a weight may be off.
    """
    scored = [_scorer(now.criteria, *one) for one in now.counted()]
    times: Counter[int] = Counter()
    for draw in range(draws):
        weights = dict(_weights(now.criteria, points, draw))
        ranking = rank((candidate(weights) for candidate in scored), now.terms.ties)
        times.update(one.application for one in share(ranking, now.terms) if one.amount > NOTHING)
    numbers = sorted(candidate.application for candidate, _ in now.counted())
    return tuple(Steady(number, times[number], draws) for number in numbers)


def _weights(criteria: Sequence[Criterion], points: int, draw: int) -> Iterator[tuple[str, int]]:
    """Draw each weight in steps; all together are at least 1, so that they can be shared by."""
    for one in criteria:
        width = 2 * points * _STEPS + 1
        digest = sha256(f"{_SEED}:{draw}:{one.code}".encode()).digest()
        moved = int.from_bytes(digest, "big") % width - points * _STEPS
        yield one.code, max(1, one.weight * _STEPS + moved)


def _scorer(
    criteria: Sequence[Criterion], candidate: Candidate, marks: Mapping[str, Fraction]
) -> _Scored:
    """Give what scores a case by some weights, in whole numbers: hundreds of draws are made at once."""
    parts = {one.code: marks[one.code] / one.max_mark for one in criteria}
    bottom = lcm(*(part.denominator for part in parts.values()))
    tops = [(code, part.numerator * (bottom // part.denominator)) for code, part in parts.items()]

    def scored(weights: Mapping[str, int]) -> Candidate:
        points = sum(top * weights[code] for code, top in tops)
        whole = bottom * sum(weights.values())
        hundredths = floor(Fraction(points * _FULL, whole) + Fraction(1, 2))
        return replace(candidate, score=hundredths * _HUNDREDTH)

    return scored
