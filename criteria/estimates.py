"""What a project costs, held against what it was expected to cost (inv. 186).

P50 is the amount that it is as likely to end above as below; P85 the one that it keeps below in 85 of 100
cases. Amounts are øre excluding VAT, for all of the project, whoever pays.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from foundation.money import Ore


class Against(StrEnum):
    """How a cost stands to its estimate."""

    UNDER = "under"
    AS_EXPECTED = "as_expected"
    OVER = "over"
    OVER_UPPER = "over_upper"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a project expects to cost (P50), above 0, and the amount that it hardly passes (P85), if told."""

    expected: Ore
    upper: Ore | None = None

    @property
    def in_order(self) -> bool:
        """Tell whether P85 is not below P50, as it can never be."""
        return self.upper is None or self.upper >= self.expected

    def share(self, part: Ore) -> Decimal:
        """Tell which share of the expected cost an amount is."""
        return Decimal(part) / Decimal(self.expected)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A cost beside its estimate."""

    cost: Ore
    estimate: Estimate

    @property
    def difference(self) -> Ore:
        """How much the cost is above the expected one; below it less than nothing."""
        return Ore(self.cost - self.estimate.expected)

    @property
    def share(self) -> Decimal:
        """The difference as a share of the expected cost: 0.1 is ten percent above."""
        return self.estimate.share(self.difference)

    @property
    def against(self) -> Against:
        """Say how the cost stands. An upper amount below the expected one says nothing."""
        upper = self.estimate.upper if self.estimate.in_order else None
        if upper is not None and self.cost > upper:
            return Against.OVER_UPPER
        if self.difference > 0:
            return Against.OVER
        return Against.UNDER if self.difference < 0 else Against.AS_EXPECTED
