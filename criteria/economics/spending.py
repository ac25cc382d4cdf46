"""What the running of the scheme has cost, put through the plan's formulas (inv. 182, 183).

The draft prints the cost of operation as one present value for all the years, and that of setting up as one
figure: no year of either. A year is therefore held against no plan of its own; the sum so far stands beside
what is printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from criteria.economics.model import Reading, TaxBase, discount_factor

NO_COST = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpentYear:
    """A year's costs in millions of that year's kroner, as present value, and added up so far."""

    year: int
    setup: Decimal
    operation: Decimal
    present_setup: Decimal
    present_operation: Decimal
    tax_cost: Decimal
    setup_so_far: Decimal
    operation_so_far: Decimal


def spent(
    setup: Mapping[int, Decimal], operation: Mapping[int, Decimal], reading: Reading
) -> Iterator[SpentYear]:
    """Give every year that has costs, the first first."""
    setup_so_far = operation_so_far = NO_COST
    for year in sorted({*setup, *operation}):
        factor = discount_factor(reading.rate, year, year, reading.discounted_to)
        set_up, run = setup.get(year, NO_COST), operation.get(year, NO_COST)
        setup_so_far += set_up * factor
        operation_so_far += run * factor
        taxed = set_up if reading.tax_base is TaxBase.INVESTMENT else set_up + run
        yield SpentYear(
            year=year,
            setup=set_up,
            operation=run,
            present_setup=set_up * factor,
            present_operation=run * factor,
            tax_cost=reading.tax * taxed * factor,
            setup_so_far=setup_so_far,
            operation_so_far=operation_so_far,
        )
