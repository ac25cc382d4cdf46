"""Who should be put on which cases: fair shares, never who is hindered, and not the same two always together.

Loads are even when no chain of hand-overs, one case each, would take a task from somebody who has two more
than whoever ends up with one more. By the theory of flows with convex costs that is the best there is: no
other sharing has a smaller sum of squares, and so none has a smaller greatest load. Ties are broken by a
hash of case number and person, so that nobody is first by name, and the same cases give the same answer
however they are listed.
"""

from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import combinations

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case, and who is on it already: they stay."""

    id: int
    number: str
    handler: int | None = None
    assessors: frozenset[int] = frozenset()
    wanted: int = 2
    """How many should assess it."""

    @property
    def lacks(self) -> int:
        """How many persons it should get."""
        return (self.handler is None) + max(self.wanted - len(self.assessors), 0)


@dataclass(frozen=True, slots=True)
class Staff:
    """Whom a case should get besides those it has, and how many it should have had and cannot."""

    case: int
    handler: int | None
    assessors: tuple[int, ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class Load:
    """How many open cases a person handles and assesses."""

    handles: int = 0
    assesses: int = 0

    @property
    def tasks(self) -> int:
        """All of them."""
        return self.handles + self.assesses


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Staff for each case in the order of case numbers, and each person's load afterwards."""

    staff: tuple[Staff, ...]
    after: Mapping[int, Load]


def suggest(
    cases: Iterable[OpenCase],
    loads: Mapping[int, Load],
    hindered: Container[Pair],
) -> Suggestion:
    """Suggest a handler and assessors for each case that lacks them, all different persons.

    `loads` has everyone who may be put on; `hindered` holds (person, case).
    """
    ordered = sorted(cases, key=lambda one: (one.number, one.id))
    teams = _teams(ordered, loads, hindered)
    handlers = _handlers(ordered, loads, teams)
    assessing = {one.id: teams[one.id] - {handlers.get(one.id)} for one in ordered}
    _mix(ordered, assessing, handlers, hindered)
    staff = tuple(
        Staff(
            one.id, handlers.get(one.id), tuple(sorted(assessing[one.id])),
            one.lacks - len(teams[one.id]),
        )
        for one in ordered
    )  # fmt: skip
    return Suggestion(staff, _after(loads, staff))


def _teams(
    cases: Sequence[OpenCase], loads: Mapping[int, Load], hindered: Container[Pair]
) -> dict[int, set[int]]:
    """Give each case as many persons as it lacks, so that all tasks are shared evenly."""
    there = {one.id: one.assessors | {one.handler} for one in cases}
    counts = {person: load.tasks for person, load in loads.items()}

    def able(person: int, case: int) -> bool:
        return person not in there[case] and (person, case) not in hindered

    teams: dict[int, set[int]] = {}
    for one in cases:
        ranked = sorted(
            (person for person in counts if able(person, one.id)),
            key=partial(_turn, counts, one.number),
        )
        teams[one.id] = set(ranked[: one.lacks])
        for person in teams[one.id]:
            counts[person] += 1
    _even_out(cases, teams, counts, able)
    return teams


def _handlers(
    cases: Sequence[OpenCase], loads: Mapping[int, Load], teams: Mapping[int, set[int]]
) -> dict[int, int]:
    """Choose who handles among those a case gets, so that handling too is shared evenly."""
    counts = {person: load.handles for person, load in loads.items()}
    holders: dict[int, set[int]] = {}
    for one in cases:
        if one.handler is None and teams[one.id]:
            chosen = min(teams[one.id], key=partial(_turn, counts, one.number))
            counts[chosen] += 1
            holders[one.id] = {chosen}
    led = [one for one in cases if one.id in holders]
    _even_out(led, holders, counts, lambda person, case: person in teams[case])
    return {case: next(iter(persons)) for case, persons in holders.items()}


def _even_out(
    cases: Sequence[OpenCase],
    holders: dict[int, set[int]],
    counts: dict[int, int],
    able: Callable[[int, int], bool],
) -> None:
    """Hand cases over along chains of persons for as long as that evens the counts out."""
    while True:
        chain = _chain(cases, holders, counts, able)
        if not chain:
            return
        for giver, taker, case in chain:
            holders[case] = holders[case] - {giver} | {taker}
        counts[chain[0][0]] -= 1
        counts[chain[-1][1]] += 1


def _chain(
    cases: Sequence[OpenCase],
    holders: Mapping[int, set[int]],
    counts: Mapping[int, int],
    able: Callable[[int, int], bool],
) -> list[tuple[int, int, int]]:
    """Find a chain from somebody to somebody who has two fewer; the longest step down first."""
    for start in sorted(counts, key=lambda person: (-counts[person], person)):
        came: dict[int, tuple[int, int]] = {}
        waiting = deque([start])
        while waiting:
            giver = waiting.popleft()
            for taker in sorted(counts):
                if taker == start or taker in came:
                    continue
                case = _to_hand_over(cases, holders, able, giver, taker)
                if case is not None:
                    came[taker] = (giver, case)
                    waiting.append(taker)
        end = min(came, key=lambda person: (counts[person], person), default=None)
        if end is not None and counts[end] + 2 <= counts[start]:
            return _steps(came, start, end)
    return []


def _to_hand_over(
    cases: Sequence[OpenCase],
    holders: Mapping[int, set[int]],
    able: Callable[[int, int], bool],
    giver: int,
    taker: int,
) -> int | None:
    return next(
        (
            one.id
            for one in cases
            if giver in holders[one.id] and taker not in holders[one.id] and able(taker, one.id)
        ),
        None,
    )


def _steps(came: Mapping[int, tuple[int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    steps = []
    while end != start:
        giver, case = came[end]
        steps.append((giver, end, case))
        end = giver
    return steps[::-1]


def _mix(
    cases: Sequence[OpenCase],
    assessing: dict[int, set[int]],
    handlers: Mapping[int, int],
    hindered: Container[Pair],
) -> None:
    """Let two cases swap an assessor each for as long as that makes some two meet less often."""
    own = {one.id: {one.handler, handlers.get(one.id)} | one.assessors for one in cases}
    kept = {one.id: one.assessors for one in cases}

    def may_take(person: int, case: int) -> bool:
        free = person not in own[case] and person not in assessing[case]
        return free and (person, case) not in hindered

    def pairs(case: int) -> list[Pair]:
        return list(combinations(sorted(assessing[case] | kept[case]), 2))

    together = Counter(pair for one in cases for pair in pairs(one.id))
    improved = True
    while improved:
        improved = False
        for one, other in combinations([case.id for case in cases], 2):
            for mine in sorted(assessing[one]):
                for theirs in sorted(assessing[other]):
                    if not (may_take(theirs, one) and may_take(mine, other)):
                        continue
                    before = pairs(one) + pairs(other)
                    assessing[one] ^= {mine, theirs}
                    assessing[other] ^= {mine, theirs}
                    if _squares(together, before, pairs(one) + pairs(other)):
                        improved = True
                        break
                    assessing[one] ^= {mine, theirs}
                    assessing[other] ^= {mine, theirs}
                else:
                    continue
                break


def _squares(together: Counter[Pair], before: list[Pair], after: list[Pair]) -> bool:
    """Count the new pairs instead of the old ones if they meet less often; tell whether they do."""
    changed = Counter(after)
    changed.subtract(before)
    growth = sum(
        (together[pair] + change) ** 2 - together[pair] ** 2 for pair, change in changed.items()
    )
    if growth >= 0:
        return False
    together.update(changed)
    return True


def _turn(counts: Mapping[int, int], number: str, person: int) -> tuple[int, bytes]:
    """Give whose turn it is at a case: whoever has the least, then by lot."""
    return counts[person], _lot(number, person)


def _lot(number: str, person: int) -> bytes:
    return sha256(f"{number}:{person}".encode()).digest()


def _after(loads: Mapping[int, Load], staff: Iterable[Staff]) -> dict[int, Load]:
    handles, assesses = Counter[int](), Counter[int]()
    for one in staff:
        handles.update([one.handler] if one.handler is not None else [])
        assesses.update(one.assessors)
    return {
        person: Load(load.handles + handles[person], load.assesses + assesses[person])
        for person, load in loads.items()
    }
