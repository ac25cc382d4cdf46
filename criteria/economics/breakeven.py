"""What the effects without a price must be worth for a level to pay, and what a krone of grant gives.

The draft divides its net by the five years of grants and does not discount; its effects last for seven years.
Both are shown (inv. 264). The number of kommuner is asked for: the draft does not say which it used.
"""

from dataclasses import dataclass
from decimal import Decimal

from criteria.economics.model import (
    FIRST_YEAR,
    LAST_EFFECT_YEAR,
    LAST_YEAR,
    Inputs,
    Line,
    Reading,
    discount_factor,
    worked_out,
)

GRANT_YEARS = LAST_YEAR - FIRST_YEAR + 1
MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """What is lacking, in millions, a year by either reckoning, and in kroner for each kommune reached.

    Nothing is lacking where the priced effects pay by themselves. Where there are no kommuner, nothing is
    each one's.
    """

    lacking: Decimal
    a_year_of_grants: Decimal
    a_year_of_effects: Decimal
    kroner_a_municipality: Decimal | None
    kroner_a_municipality_of_effects: Decimal | None
    benefit_of_a_krone: Decimal


def break_even(inputs: Inputs, reading: Reading, *, municipalities: int) -> BreakEven:
    """Find what is lacking; `municipalities` is how many there are in the country."""
    found = worked_out(inputs, reading)
    lacking = max(-found[Line.NET], Decimal(0))
    worth = discount_factor(reading.rate, FIRST_YEAR, LAST_EFFECT_YEAR, reading.discounted_to)
    simply, discounted = lacking / GRANT_YEARS, lacking / worth
    reached = inputs.share * municipalities
    saved = found[Line.EFFICIENCY] + found[Line.SUPPLIERS] + found[Line.PURCHASING]
    return BreakEven(
        lacking=lacking,
        a_year_of_grants=simply,
        a_year_of_effects=discounted,
        kroner_a_municipality=simply * MILLION / reached if reached else None,
        kroner_a_municipality_of_effects=discounted * MILLION / reached if reached else None,
        benefit_of_a_krone=saved / found[Line.GRANT],
    )
