"""What is reported of the marking in a round. Loads no numerical library."""

from dataclasses import dataclass

from criteria.quality.measures import Agreement, Drift, Spread
from criteria.scoring import Marks

TOTAL = "total"
"""Stands in a criterion's place for the scores in all."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An officer's finished sheet for a case, and its place among those that the officer has read."""

    case: int
    place: int
    sheet: Marks


@dataclass(frozen=True, slots=True)
class Pair:
    """Two officers, how many cases both have marked, in how many alike, and their weighted kappa."""

    first: int
    second: int
    cases: int
    alike: int
    kappa: Agreement | None


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer's marks, and how they change as cases are read. All numbers are counted in 1/`unit`."""

    spread: Spread
    drift: Drift | None
    unit: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A criterion, or the scores in all: how far all agree, every two, and how each officer marks."""

    code: str
    highest: int
    alpha: Agreement | None
    pairs: tuple[Pair, ...]
    officers: tuple[Officer, ...]
