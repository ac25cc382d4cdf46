"""What comparable projects were found to cost, for judging whether a budget is likely (inv. 271-274).

The numbers are those that the founding analysis reckons with (Utredning av helseteknologiordning, v. 0.75,
chapters 5.1.10 to 5.1.12). They are experience and no limits: nothing is refused or scored by them.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from foundation.money import Ore, kroner


class Likely(StrEnum):
    """How a cost stands to what others have had."""

    BELOW = "likely_below"
    WITHIN = "likely_within"
    ABOVE = "likely_above"


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most that was found, in øre."""

    low: Ore
    high: Ore

    def standing(self, amount: Ore) -> Likely:
        """Say how an amount stands. Both ends are within."""
        if amount < self.low:
            return Likely.BELOW
        return Likely.ABOVE if amount > self.high else Likely.WITHIN


INTRODUCTION_PER_INHABITANT = Span(kroner(372), kroner(443))
"""What introducing Helseplattformen was expected to cost the kommuner, per inhabitant."""
PROCUREMENT = Span(kroner(1_000_000), kroner(5_000_000))
"""What kommuner alone have bought systems of health records for; eleven together paid the most."""
WEEKS_SAVED = (5, 15)
"""How many weeks of work a kommune is expected to save by buying together with others."""
BETTER_PRICE = (Decimal("0.10"), Decimal("0.20"))
"""How much lower a price is expected to be when kommuner buy together, as shares of it."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """An introduction's cost for each inhabitant, in øre."""

    each: Ore

    @property
    def span(self) -> Span:
        """What others expected."""
        return INTRODUCTION_PER_INHABITANT

    @property
    def standing(self) -> Likely:
        """Say how it stands."""
        return self.span.standing(self.each)


@dataclass(frozen=True, slots=True)
class Procurement:
    """A procurement's whole cost in øre, and how many kommuner buy together."""

    cost: Ore
    kommuner: int

    @property
    def span(self) -> Span:
        """What others paid."""
        return PROCUREMENT

    @property
    def standing(self) -> Likely:
        """Say how it stands."""
        return self.span.standing(self.cost)

    @property
    def weeks_saved(self) -> tuple[int, int]:
        """How many weeks of work all of them together are expected to save."""
        low, high = WEEKS_SAVED
        return low * self.kommuner, high * self.kommuner

    @property
    def better_share(self) -> tuple[Decimal, Decimal]:
        """How much lower their price is expected to be, as shares of it, 0 to 1."""
        return BETTER_PRICE

    @property
    def better_price(self) -> Span:
        """How much less they are expected to pay than each for itself, rounded down to whole kroner."""
        low, high = (Ore(int(self.cost * share) // 100 * 100) for share in self.better_share)
        return Span(low, high)


def per_inhabitant(cost: Ore, inhabitants: int) -> Introduction | None:
    """Divide an introduction's cost by its inhabitants, to the nearest krone; None without any of either."""
    if cost <= 0 or inhabitants <= 0:
        return None
    return Introduction(kroner((2 * cost + 100 * inhabitants) // (200 * inhabitants)))
