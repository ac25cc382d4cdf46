"""The order in which applications are considered for money (inv. 5, 175).

The highest score comes first. Of two with the same score, the call's stated tie rules decide, one
after the other; the application number comes last. Equal facts therefore always give the same order.

Where a call states none, the one whose collaboration covers fewer inhabitants comes first, since small
kommuner have the least to carry risk with (inv. 60, 72–73); then the one handed in first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from operator import attrgetter
from typing import Any, NamedTuple

from foundation.money import NOTHING, Ore


class RankingError(ValueError):
    """What was entered cannot be put in order by the rules that are stated."""


class DuplicateCandidateError(RankingError):
    """An application was entered more than once."""


class TieRule(StrEnum):
    """What decides between two with the same score.

    LOT: a draw that anyone can repeat, from words stated before the deadline. LOWER_NUMBER is always
    the last, stated or not.
    """

    FEWER_INHABITANTS = "fewer_inhabitants"
    MORE_INHABITANTS = "more_inhabitants"
    EARLIER_SUBMITTED = "earlier_submitted"
    LOWER_ASKED = "lower_asked"
    HIGHER_ON_MAIN_CRITERION = "higher_on_main_criterion"
    LOT = "lot"
    LOWER_NUMBER = "lower_number"


@dataclass(frozen=True, slots=True)
class Ties:
    """The rules for ties in the order they are asked; `lot` is what the draw is made from."""

    rules: tuple[TieRule, ...]
    lot: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule stated twice, and a draw without anything to draw from."""
        if len(set(self.rules)) != len(self.rules):
            raise RankingError("a tie rule is stated twice")
        if TieRule.LOT in self.rules and not self.lot.strip():
            raise RankingError("a draw needs words to be made from")


USUAL_TIES = Ties((TieRule.FEWER_INHABITANTS, TieRule.EARLIER_SUBMITTED))


class Trait(StrEnum):
    """What a call's portfolio may be spread over (inv. 60–61); a lead is one organisation."""

    LEAD = "lead"
    COUNTY = "county"
    SIZE_CLASS = "size_class"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Activity:
    """What is asked for an activity, and what the officer approves of it after going through it."""

    code: str
    asked: Ore
    approved: Ore

    @property
    def trimmed(self) -> Ore:
        """What the officer takes away."""
        return Ore(max(NOTHING, self.asked - self.approved))


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking and allocation need to know about an application, and nothing more.

    `granted_cap` is what was asked after the falling rate (inv. 97); None where nothing is reduced.
    `main_points` are the points on the criterion that the call names for ties. The traits are the
    lead's; None belongs to no group.
    """

    application: int
    score: Decimal
    asked: Ore
    granted_cap: Ore | None
    inhabitants: int
    below_threshold: bool
    submitted_at: datetime
    main_points: Decimal | None = None
    lead: str | None = None
    county: str | None = None
    size_class: str | None = None
    measure: str | None = None
    activities: tuple[Activity, ...] = ()

    @property
    def approved(self) -> Ore:
        """What is left of what was asked when the officer has gone through the activities."""
        trimmed = sum(activity.trimmed for activity in self.activities)
        return Ore(max(NOTHING, self.asked - trimmed))

    def group(self, trait: Trait) -> str | None:
        """Give the group the application belongs to by a trait."""
        return _GROUPS[trait](self)


_GROUPS: Mapping[Trait, Callable[[Candidate], str | None]] = {
    Trait.LEAD: attrgetter("lead"),
    Trait.COUNTY: attrgetter("county"),
    Trait.SIZE_CLASS: attrgetter("size_class"),
    Trait.MEASURE: attrgetter("measure"),
}


class Ranked(NamedTuple):
    """A candidate and its place, counted from 1. A tuple, since a hundred thousand are made at once."""

    place: int
    candidate: Candidate


def rank(candidates: Iterable[Candidate], ties: Ties = USUAL_TIES) -> tuple[Ranked, ...]:
    """Put candidates in order.

    Raises DuplicateCandidateError when one is entered twice, and RankingError when a tie rule asks
    for what a candidate lacks.
    """
    field = tuple(candidates)
    numbers = [candidate.application for candidate in field]
    if len(set(numbers)) != len(numbers):
        twice = sorted(number for number, times in Counter(numbers).items() if times > 1)
        raise DuplicateCandidateError(", ".join(map(str, twice)))
    # The last question is asked first: a sort leaves in their order those that it finds equal.
    ordered = sorted(field, key=_KEYS[TieRule.LOWER_NUMBER])
    for rule in reversed(ties.rules):
        ordered.sort(key=_key(rule, ties))
    ordered.sort(key=attrgetter("score"), reverse=True)
    return tuple(map(Ranked._make, enumerate(ordered, start=1)))


def parted_by(higher: Candidate, lower: Candidate, ties: Ties = USUAL_TIES) -> TieRule | None:
    """Tell which tie rule puts one before another with the same score; None when the score does."""
    if higher.score != lower.score:
        return None
    for rule in ties.rules:
        key = _key(rule, ties)
        if key(higher) != key(lower):
            return rule
    return TieRule.LOWER_NUMBER


def _key(rule: TieRule, ties: Ties) -> Callable[[Candidate], Any]:
    """Give what is compared by a rule; the lower value comes first."""
    if rule is TieRule.LOT:
        return lambda one: sha256(f"{ties.lot}:{one.application}".encode()).hexdigest()
    return _KEYS[rule]


def _main(candidate: Candidate) -> Decimal:
    if candidate.main_points is None:
        raise RankingError(f"{candidate.application} has no points on the main criterion")
    return -candidate.main_points


_KEYS: Mapping[TieRule, Callable[[Candidate], Any]] = {
    TieRule.FEWER_INHABITANTS: attrgetter("inhabitants"),
    TieRule.MORE_INHABITANTS: lambda one: -one.inhabitants,
    TieRule.EARLIER_SUBMITTED: attrgetter("submitted_at"),
    TieRule.LOWER_ASKED: attrgetter("asked"),
    TieRule.HIGHER_ON_MAIN_CRITERION: _main,
    TieRule.LOWER_NUMBER: attrgetter("application"),
}
