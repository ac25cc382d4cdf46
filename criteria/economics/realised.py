"""What has been paid, put through the formulas of the plan: present value and what it costs in taxes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from criteria.economics.model import FIRST_YEAR, LAST_YEAR, Inputs, Level, Reading, discount_factor


@dataclass(frozen=True, slots=True, kw_only=True)
class RealisedYear:
    """A year's payments, in millions of that year's kroner, and as present value beside the plan's.

    The draft gives no price index: what is paid is not turned into kroner of 2022.
    """

    year: int
    factor: Decimal
    paid: Decimal
    present: Decimal
    tax_cost: Decimal
    planned: Mapping[Level, Decimal]
    planned_present: Mapping[Level, Decimal]


def realised(
    paid: Mapping[int, Decimal], inputs: Mapping[Level, Inputs], reading: Reading
) -> Iterator[RealisedYear]:
    """Give every year of grants, also those in which nothing is paid yet, and any other that has payments."""
    for year in sorted({*range(FIRST_YEAR, LAST_YEAR + 1), *paid}):
        factor = discount_factor(reading.rate, year, year, reading.discounted_to)
        amount = paid.get(year, Decimal(0))
        planned = {level: _planned(one, year) for level, one in inputs.items()}
        yield RealisedYear(
            year=year,
            factor=factor,
            paid=amount,
            present=amount * factor,
            tax_cost=reading.tax * amount * factor,
            planned=planned,
            planned_present={level: one * factor for level, one in planned.items()},
        )


def _planned(inputs: Inputs, year: int) -> Decimal:
    is_grant_year = FIRST_YEAR <= year <= LAST_YEAR
    return inputs.grant + inputs.network if is_grant_year else Decimal(0)
