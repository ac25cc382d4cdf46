"""Hints at partiality from what a person has registered: they ask for a reason, and decide nothing.

A tie reaches the organisation it names, what took that organisation over, and, of the home kommune, its
fylkeskommune. It is held against everyone who takes part, not only the lead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TieKind(StrEnum):
    """How a person is tied to an organisation (fvl. 1967 § 6 first and second paragraph)."""

    HOME = "home"
    EMPLOYER = "employer"
    POSITION = "position"
    OWNERSHIP = "ownership"
    FAMILY = "family"


LASTS_AFTER = {
    TieKind.HOME: 0,
    TieKind.EMPLOYER: 5,
    TieKind.POSITION: 5,
    TieKind.OWNERSHIP: 2,
    TieKind.FAMILY: 0,
}
"""For how many years a tie that has ended still gives a hint. The office's own measure; no law has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A registered tie; days are included, None is not known, or still so. `reaches` are organisations."""

    id: int
    kind: TieKind
    reaches: frozenset[int]
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """That a tie touches organisations which take part."""

    tie: int
    touches: frozenset[int]


def hints(ties: Iterable[Tie], participating: frozenset[int], on: date) -> tuple[Hint, ...]:
    """Give the ties that touch somebody who takes part, as they stand on a day, in the order given."""
    return tuple(
        Hint(one.id, one.reaches & participating)
        for one in ties
        if one.reaches & participating and _is_felt(one, on)
    )


def _is_felt(tie: Tie, on: date) -> bool:
    if tie.from_on is not None and on < tie.from_on:
        return False
    return tie.to_on is None or on <= _years_after(tie.to_on, LASTS_AFTER[tie.kind])


def _years_after(day: date, years: int) -> date:
    """Give the same day some years later; 28 February for a leap day."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day if years == 0 else date(day.year + years, day.month, last)
