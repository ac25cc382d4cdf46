"""Drawing the made-up facts of a round: who applies with whom, how well, and for how much.

The amounts are drawn after the marks, so that the best applications of the large round ask for just what
makes the frame of 2024 go out with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from accounts.models import MunicipalityVersion
from criteria import scoring
from demo.plan import UNIT, Round
from foundation.money import Ore
from grants.models import Call
from grants.rules import scoring_criteria

MID_NORWAY = "Midt-Norge"
LARGEST_GROUP = 26
SPREAD = 0.85
BEST = 5


Marks = dict[str, int]
Pair = tuple[Marks, Marks]


@dataclass(frozen=True, slots=True)
class Draw:
    """One made-up application: lead, participants, amount in øre, and the two officers' marks."""

    lead: MunicipalityVersion
    participants: tuple[MunicipalityVersion, ...]
    asked: Ore
    marks: Pair


def draws(
    plan: Round, call: Call, kommuner: Sequence[MunicipalityVersion], rng: Random
) -> list[Draw]:
    """Draw a round's applications, in the order that they are handed in."""
    everywhere = "anskaffelse" not in plan.sheet
    able = [one for one in kommuner if everywhere or one.health_region != MID_NORWAY]
    leads = _leads(plan, able, rng)
    judged = [_marks(call, rng) for _ in leads]
    winning = _winning(call, judged, plan.winners)
    asked = _amounts(plan, winning, len(leads), rng)
    return [
        Draw(lead, _participants(lead, able, rng, first=number == 0), asked[number], judged[number])
        for number, lead in enumerate(leads)
    ]


def _leads(
    plan: Round, able: Sequence[MunicipalityVersion], rng: Random
) -> list[MunicipalityVersion]:
    """Let Larvik lead 25 others once, as in real life; larger kommuner lead more often than small."""
    first = [one for one in able if one.number == "3909"]
    rest = [one for one in able if one.number not in ("3909", "1804", "1841", "1838")]
    rest.sort(key=lambda one: ((one.centrality or 6) * rng.random(), one.number))
    chosen = (first + rest)[: plan.applications + plan.drafts]
    return chosen


def _participants(
    lead: MunicipalityVersion, able: Sequence[MunicipalityVersion], rng: Random, *, first: bool
) -> tuple[MunicipalityVersion, ...]:
    near = [
        one for one in able
        if one.health_region == lead.health_region and one.number != lead.number
    ]
    near.sort(key=lambda one: (one.county_number != lead.county_number, one.number))
    if first and lead.number == "3909":
        return tuple(near[: LARGEST_GROUP - 1])
    wanted = min(2 + int(rng.expovariate(0.5)), 9)
    return tuple(rng.sample(near[: wanted + 8], wanted))


def _marks(call: Call, rng: Random) -> Pair:
    quality = min(max(rng.gauss(3.1, SPREAD), 1.2), 4.8)
    codes = [one.code for one in scoring_criteria(call)]
    return (
        {code: _mark(rng.gauss(quality, 0.5)) for code in codes},
        {code: _mark(rng.gauss(quality, 0.5)) for code in codes},
    )


def _mark(value: float) -> int:
    return min(max(round(value), 1), BEST)


def _winning(
    call: Call, judged: list[Pair], winners: int
) -> set[int]:
    """Tell which would win; lift marks until so many are above the thresholds, and none is tied."""
    order = _in_order(call, judged)
    line = [number for number, score in order if not score.below_threshold][:winners]
    for number, score in order:
        if len(line) >= winners:
            break
        if score.below_threshold:
            judged[number] = _lifted(judged[number])
            line.append(number)
    chosen = set(line)
    while not _is_apart(call, judged, chosen):
        worst_in = min(_of(_in_order(call, judged), chosen), key=lambda one: one[1].total)
        judged[worst_in[0]] = _raised(judged[worst_in[0]])
    return chosen


def _is_apart(
    call: Call, judged: list[Pair], chosen: set[int]
) -> bool:
    order = _in_order(call, judged)
    inside = min(score.total for number, score in order if number in chosen)
    outside = [
        score.total
        for number, score in order
        if number not in chosen and not score.below_threshold
    ]
    return not outside or inside > max(outside)


def _of(
    order: Iterable[tuple[int, scoring.Score]], chosen: set[int]
) -> list[tuple[int, scoring.Score]]:
    return [one for one in order if one[0] in chosen]


def _lifted(pair: Pair) -> Pair:
    first, second = pair
    return (_at_least_3(first), _at_least_3(second))


def _at_least_3(marks: Marks) -> Marks:
    return {code: max(mark, 3) for code, mark in marks.items()}


def _raised(pair: Pair) -> Pair:
    first, second = pair
    return (_one_up(first), _one_up(second))


def _one_up(marks: Marks) -> Marks:
    """Raise the lowest mark by one."""
    lowest = min(marks, key=lambda code: (marks[code], code))
    return marks | {lowest: min(marks[lowest] + 1, BEST)}


def _in_order(
    call: Call, judged: list[Pair]
) -> list[tuple[int, scoring.Score]]:
    criteria = scoring_criteria(call)
    scores = [
        (
            number,
            scoring.weighted(
                criteria,
                [
                    scoring.Marks(assessor, tuple(marks.items()))
                    for assessor, marks in enumerate(pair, start=1)
                ],
            ),
        )
        for number, pair in enumerate(judged)
    ]
    return sorted(scores, key=lambda one: (-one[1].total, one[0]))


def _amounts(plan: Round, winning: set[int], count: int, rng: Random) -> list[Ore]:
    """Divide the calibrated totals: the winners' exactly, the others' exactly."""
    others = [number for number in range(count) if number not in winning]
    amounts = dict(zip(sorted(winning), _divided(plan.asked_by_winners, len(winning), rng),
                       strict=True))
    amounts |= dict(zip(others, _divided(plan.asked_by_others, len(others), rng), strict=True))
    return [amounts[number] for number in range(count)]


def _divided(total: Ore, parts: int, rng: Random) -> list[Ore]:
    """Divide a total into uneven parts in whole units, none of them tiny."""
    if parts == 0:
        return []
    units = total // UNIT
    floor = min(units // parts, units * 2 // (3 * parts))
    weights = [rng.lognormvariate(0, 0.6) for _ in range(parts)]
    loose = units - floor * parts
    shares = [floor + int(loose * weight / sum(weights)) for weight in weights]
    shares[0] += units - sum(shares)
    return [Ore(share * UNIT) for share in shares]
