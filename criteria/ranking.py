"""The order in which applications are considered for money (inv. 5, 175).

The highest score comes first. Of two with the same score, the one whose collaboration covers fewer
inhabitants comes first, since small kommuner have the least to carry risk with (inv. 60, 72–73);
then the one handed in first; then the lower application number. Equal facts therefore always give
the same order.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from foundation.money import Ore


class DuplicateCandidateError(ValueError):
    """An application was entered more than once."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking and allocation need to know about an application, and nothing more.

    `granted_cap` is what was asked after the falling rate (inv. 97); None where nothing is reduced.
    """

    application: int
    score: Decimal
    asked: Ore
    granted_cap: Ore | None
    inhabitants: int
    below_threshold: bool
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its place, counted from 1."""

    place: int
    candidate: Candidate


def rank(candidates: Iterable[Candidate]) -> tuple[Ranked, ...]:
    """Put candidates in order. Raises DuplicateCandidateError when one is entered twice."""
    field = tuple(candidates)
    twice = sorted(n for n, times in Counter(c.application for c in field).items() if times > 1)
    if twice:
        raise DuplicateCandidateError(", ".join(map(str, twice)))
    ordered = sorted(field, key=_order)
    return tuple(Ranked(place, candidate) for place, candidate in enumerate(ordered, start=1))


def _order(candidate: Candidate) -> tuple[Decimal, int, datetime, int]:
    return (
        -candidate.score, candidate.inhabitants, candidate.submitted_at, candidate.application,
    )  # fmt: skip
