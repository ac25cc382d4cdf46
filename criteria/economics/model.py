"""The lines of the analysis, computed from a level's inputs under one reading of the draft.

The draft says some things in two ways. A reading chooses between them: nothing is chosen unseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 2024, 2028
"""The years that grants are paid in."""
DISCOUNTED_TO = (2022, 2023)
"""The year that the draft's figures are discounted to, and the one that it says they are."""
LAST_EFFECT_YEAR = 2030
"""The grants work for seven years: those they are paid in, and two more."""


class Level(StrEnum):
    """The levels of ambition."""

    ONE = "1"
    TWO = "2"
    THREE = "3"


class Introduction(StrEnum):
    """What kommuner save on introducing systems together: the draft's text and its table 5 disagree."""

    TEXT = "text"
    TABLE = "table"


class TaxBase(StrEnum):
    """What costs a fifth more in taxes: all public spending, as the tables have it, or investment only."""

    ALL_COSTS = "all_costs"
    INVESTMENT = "investment"


class Line(StrEnum):
    """The lines of the tables."""

    INVESTMENT = "investment"
    OPERATION = "operation"
    TAX_COST = "tax_cost"
    COSTS = "costs"
    PROCUREMENT = "procurement"
    INTRODUCTION = "introduction"
    EFFICIENCY = "efficiency"
    SUPPLIERS = "suppliers"
    PURCHASING = "purchasing"
    GRANT = "grant"
    TAX_GAIN = "tax_gain"
    BENEFITS = "benefits"
    NET = "net"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the draft states of a level and gives no reckoning for.

    `grant` and `network` are millions a year in each grant year; the others are present values. `share` is
    the share of the kommuner that are expected to be reached, 0 to 1.
    """

    grant: Decimal
    network: Decimal
    investment: Decimal
    operation: Decimal
    procurement: Decimal
    introduction: Decimal
    introduction_in_table: Decimal
    suppliers: Decimal
    purchasing: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the draft is read. As it stands here, its table 8 comes out as printed."""

    rate: Decimal = Decimal("0.04")
    tax: Decimal = Decimal("0.20")
    discounted_to: int = 2022
    introduction: Introduction = Introduction.TEXT
    with_suppliers: bool = True
    tax_base: TaxBase = TaxBase.ALL_COSTS


def discount_factor(rate: Decimal, first: int, last: int, discounted_to: int) -> Decimal:
    """Give what one krone a year from `first` to `last` is worth in the year discounted to."""
    return sum(
        ((1 + rate) ** (discounted_to - year) for year in range(first, last + 1)), start=Decimal(0)
    )


def worked_out(inputs: Inputs, reading: Reading) -> Mapping[Line, Decimal]:
    """Compute every line; costs are positive. Only the grant can be discounted anew.

    Of the other lines the draft prints present values and no yearly figures.
    """
    paid_out = discount_factor(reading.rate, FIRST_YEAR, LAST_YEAR, reading.discounted_to)
    grant = (inputs.grant + inputs.network) * paid_out
    operation = inputs.operation + grant
    taxed = inputs.investment
    if reading.tax_base is TaxBase.ALL_COSTS:
        taxed += operation
    costs = inputs.investment + operation + reading.tax * taxed

    introduction = inputs.introduction
    if reading.introduction is Introduction.TABLE:
        introduction = inputs.introduction_in_table
    efficiency = inputs.procurement + introduction
    suppliers = inputs.suppliers if reading.with_suppliers else Decimal(0)
    gain = reading.tax * (efficiency + inputs.purchasing)
    benefits = efficiency + suppliers + inputs.purchasing + grant + gain
    return {
        Line.INVESTMENT: inputs.investment,
        Line.OPERATION: operation,
        Line.TAX_COST: reading.tax * taxed,
        Line.COSTS: costs,
        Line.PROCUREMENT: inputs.procurement,
        Line.INTRODUCTION: introduction,
        Line.EFFICIENCY: efficiency,
        Line.SUPPLIERS: suppliers,
        Line.PURCHASING: inputs.purchasing,
        Line.GRANT: grant,
        Line.TAX_GAIN: gain,
        Line.BENEFITS: benefits,
        Line.NET: benefits - costs,
    }
