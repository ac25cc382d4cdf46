"""Which cases turn when a round is otherwise: who comes in, falls out, or gets more or less."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from criteria.allocation import Line, allocate
from criteria.whatif.changes import Change
from criteria.whatif.rounds import Round, Share
from foundation.money import NOTHING, Ore


class Turn(StrEnum):
    """How a case turns: gets something or nothing when it was the other way, or more or less."""

    IN = "in"
    OUT = "out"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that turns, with its place and amount before and after; a place is None where it has none."""

    application: int
    turn: Turn
    places: tuple[int | None, int | None]
    amounts: tuple[Ore, Ore]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both outcomes, the cases that turn by number, and those that can no longer be ranked."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]
    flips: tuple[Flip, ...]
    left_out: tuple[int, ...]


def what_if(now: Round, change: Change, share: Share = allocate) -> WhatIf:
    """Work a round out as it is and as it would be."""
    changed = change.made_in(now)
    before, after = share(now.ranking(), now.terms), share(changed.ranking(), changed.terms)
    left_out = tuple(sorted({*changed.unassessed()} - {*now.unassessed()}))
    return WhatIf(before, after, tuple(_flips(before, after)), left_out)


def _flips(before: Iterable[Line], after: Iterable[Line]) -> Iterable[Flip]:
    earlier = {line.application: line for line in before}
    later = {line.application: line for line in after}
    for application in sorted({*earlier, *later}):
        lines = earlier.get(application), later.get(application)
        then, now = (NOTHING if line is None else line.amount for line in lines)
        turn = _turn(then, now)
        if turn is not None:
            places = tuple(None if line is None else line.place for line in lines)
            yield Flip(application, turn, (places[0], places[1]), (then, now))


def _turn(then: Ore, now: Ore) -> Turn | None:
    if then == now:
        return None
    if then == NOTHING:
        return Turn.IN
    if now == NOTHING:
        return Turn.OUT
    return Turn.MORE if now > then else Turn.LESS
