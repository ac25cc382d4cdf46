"""The money of a year, and its chart: granted, paid and spent."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from foundation.charts import BarChart, Drawing, Series, draw
from foundation.language import Bilingual
from foundation.letterhead import Stated
from foundation.money import ORE_PER_KRONE, Ore, format_kroner

TITLE = Bilingual(
    "Søylediagram: innvilget, utbetalt og brukt per år",
    "Søylediagram: innvilga, utbetalt og brukt per år",
)
SERIES = (
    Bilingual("Innvilget", "Innvilga"),
    Bilingual("Utbetalt", "Utbetalt"),
    Bilingual("Brukt", "Brukt"),
)
MILLION, THOUSAND = 1_000_000, 1000
_STEP = Decimal("0.1")


@dataclass(frozen=True, kw_only=True)
class YearMoney(Stated):
    """The money of one year. `spent` is what the accounts that are sent say."""

    year: int
    granted: Ore
    paid: Ore
    spent: Ore

    @property
    def amounts(self) -> tuple[Ore, Ore, Ore]:
        """The three in the order of the chart."""
        return self.granted, self.paid, self.spent


def money_chart(years: Sequence[YearMoney], language: str) -> Drawing:
    """Draw the years in millions of kroner, or thousands when no amount reaches a million."""
    highest = max(max(one.amounts) for one in years)
    large = highest >= MILLION * ORE_PER_KRONE
    scale, unit = (MILLION, "mill. kr") if large else (THOUSAND, "1000 kr")
    names = [one.in_(language) for one in SERIES]
    return draw(
        BarChart(
            identity="benefit-money",
            title=TITLE.in_(language),
            description=" ".join(
                f"{one.year}: "
                + ", ".join(
                    f"{name.lower()} {format_kroner(amount)}"
                    for name, amount in zip(names, one.amounts, strict=True)
                )
                + "."
                for one in years
            ),
            unit=unit,
            groups=tuple(str(one.year) for one in years),
            series=tuple(
                Series(
                    name=name,
                    values=tuple(
                        (Decimal(one.amounts[place]) / ORE_PER_KRONE / scale).quantize(_STEP)
                        for one in years
                    ),
                )
                for place, name in enumerate(names)
            ),
        )
    )
