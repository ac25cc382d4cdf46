"""Ranking and the best combination, against the plain thing.

`optimum_over_bare_solver`: the time of the whole way from ranked applications to lines with their reasons,
over that of the same model handed straight to the solver; the worse of 1,000 and 10,000 applications.
`optimum_gap`: the widest proven gap of them. `rank_100000_over_sorted`: ranking a hundred thousand over a
plain `sorted()` of them by the same questions. Both sides run in turn and are measured in processor time.
"""

import gc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from statistics import median
from time import process_time

from criteria.allocation import ONE_PER_LEAD, Aim, Bound, Method, Selection, Terms
from criteria.allocation.contest import Contest
from criteria.allocation.model import build
from criteria.allocation.optimum import find, solved
from criteria.ranking import Candidate, Ranked, Trait, rank
from foundation.money import Ore, kroner

SIZES = (1_000, 10_000)
RANKED = 100_000
ROUNDS = 5
COUNTIES = tuple(f"{number:02d}" for number in range(1, 16))
SIZE_CLASSES = ("small", "middle", "large", "largest")
OPENED = datetime(2024, 1, 1, tzinfo=UTC)


def run() -> dict[str, float]:
    """Measure the ratios and the gap."""
    measured = [_optimum(size) for size in SIZES]
    return {
        "optimum_over_bare_solver": round(max(ratio for ratio, _ in measured), 3),
        "optimum_gap": float(max(gap for _, gap in measured)),
        "rank_100000_over_sorted": round(_ranking(), 3),
    }


def _optimum(size: int) -> tuple[float, Decimal]:
    """Give the ratio, and the gap that was proven."""
    ranking = rank(_field(size))
    terms = _terms(ranking)
    model = build(Contest.of(ranking, terms).entrants(), terms)
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(_timed(lambda: solved(model)))
        whole.append(_timed(lambda: find(ranking, terms)))
    return median(whole) / median(bare), find(ranking, terms).gap


def _ranking() -> float:
    field = _field(RANKED)
    plain, ours = [], []
    for _ in range(ROUNDS):
        plain.append(_timed(lambda: sorted(field, key=_plainly)))
        ours.append(_timed(lambda: rank(field)))
    assert [one.candidate for one in rank(field)] == sorted(field, key=_plainly)
    return median(ours) / median(plain)


def _plainly(candidate: Candidate) -> tuple[Decimal, int, datetime, int]:
    return (
        -candidate.score, candidate.inhabitants, candidate.submitted_at, candidate.application,
    )  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    begun = process_time()
    work()
    return process_time() - begun


def _field(size: int) -> list[Candidate]:
    """Give applications as different as real ones, in no order; every fourth lead has more than one."""
    chance = Random(size)
    field = [
        Candidate(
            application=number,
            score=Decimal(chance.randint(3_000, 10_000)) / 100,
            asked=kroner(chance.randint(200, 4_000) * 1_000),
            granted_cap=None,
            inhabitants=chance.randint(500, 120_000),
            below_threshold=False,
            submitted_at=OPENED + timedelta(seconds=chance.randint(0, 2_000_000)),
            lead=str(chance.randint(1, size)),
            county=chance.choice(COUNTIES),
            size_class=chance.choice(SIZE_CLASSES),
        )
        for number in range(1, size + 1)
    ]
    chance.shuffle(field)
    return field


def _terms(ranking: tuple[Ranked, ...]) -> Terms:
    """Give a frame of a third of what is asked, with bounds that bite."""
    frame = Ore(sum(one.candidate.asked for one in ranking) // 3)
    return Terms(
        frame=frame,
        threshold=Decimal(40),
        method=Method.FULL_OR_NOTHING,
        bounds=(
            ONE_PER_LEAD,
            Bound(Trait.COUNTY, least_cases=3, most_amount=Ore(frame * 7 // 100)),
            Bound(Trait.SIZE_CLASS, value="small", least_amount=Ore(frame * 3 // 10)),
        ),
        selection=Selection.OPTIMUM,
        aim=Aim.MOST_POINTS,
    )
