"""The chart of a project's money: asked, granted, paid and spent, year by year."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from foundation.charts import BarChart, Drawing, Series, draw
from foundation.language import Bilingual
from foundation.money import ORE_PER_KRONE, Ore, format_kroner

TITLE = Bilingual(
    "Søylediagram: søkt, innvilget, utbetalt og brukt per år",
    "Søylediagram: søkt, innvilga, utbetalt og brukt per år",
)
SERIES = (
    Bilingual("Søkt", "Søkt"),
    Bilingual("Innvilget", "Innvilga"),
    Bilingual("Utbetalt", "Utbetalt"),
    Bilingual("Brukt", "Brukt"),
)
MILLION = 1_000_000
THOUSAND = 1000
WIDE, WIDER = Decimal(10), Decimal(100)
"""From these values a label has room for one decimal, and for none."""


class YearOfMoney(Protocol):
    """What the chart needs to know of one year."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def asked(self) -> Ore:
        """What was asked for."""

    @property
    def granted(self) -> Ore:
        """What was granted."""

    @property
    def paid(self) -> Ore:
        """What is paid out."""

    @property
    def spent(self) -> Ore:
        """What the accounts say is spent."""


def money_chart(years: Sequence[YearOfMoney], language: str, identity: str = "money") -> Drawing:
    """Draw the chart in millions of kroner, or thousands when no amount reaches a million."""
    amounts = tuple(
        tuple(amounts)
        for amounts in zip(
            *((year.asked, year.granted, year.paid, year.spent) for year in years), strict=True
        )
    )
    highest = max(max(row) for row in amounts)
    scale, unit = (
        (MILLION, "mill. kr") if highest >= MILLION * ORE_PER_KRONE else (THOUSAND, "1000 kr")
    )
    step = _step(Decimal(highest) / ORE_PER_KRONE / scale)
    return draw(
        BarChart(
            identity=identity,
            title=TITLE.in_(language),
            description=_in_words(years, language),
            unit=unit,
            groups=tuple(str(year.year) for year in years),
            series=tuple(
                Series(
                    name=name.in_(language),
                    values=tuple(
                        (Decimal(amount) / ORE_PER_KRONE / scale).quantize(step) for amount in row
                    ),
                )
                for name, row in zip(SERIES, amounts, strict=True)
            ),
        )
    )


def _step(highest: Decimal) -> Decimal:
    """Give the precision of the labels, so that the widest fits over its bar."""
    if highest >= WIDER:
        return Decimal(1)
    return Decimal("0.1") if highest >= WIDE else Decimal("0.01")


def _in_words(years: Sequence[YearOfMoney], language: str) -> str:
    asked, granted, paid, spent = (name.in_(language).lower() for name in SERIES)
    return " ".join(
        f"{year.year}: {asked} {format_kroner(year.asked)}, {granted} {format_kroner(year.granted)}, "
        f"{paid} {format_kroner(year.paid)}, {spent} {format_kroner(year.spent)}."
        for year in years
    )
