"""The charts of a budget year, the same on the page and on paper."""

from collections.abc import Sequence
from decimal import Decimal

from foundation.charts import BarChart, Drawing, Series, draw
from foundation.language import Bilingual
from foundation.money import ORE_PER_KRONE, Ore, format_kroner

MILLION = 1_000_000
TITLE = Bilingual(
    "Søylediagram: bevilget, tilsagn og utbetalt per budsjettår",
    "Søylediagram: løyvd, tilsegn og utbetalt per budsjettår",
)
PARTS_TITLE = Bilingual(
    "Søylediagram: tilsagn og utbetalt per tiltak",
    "Søylediagram: tilsegn og utbetalt per tiltak",
)
NAMES = (
    Bilingual("Bevilget", "Løyvd"),
    Bilingual("Tilsagn", "Tilsegn"),
    Bilingual("Utbetalt", "Utbetalt"),
)
_STEP = Decimal("0.1")


def year_chart(years: Sequence[tuple[int, Ore, Ore, Ore]], language: str) -> Drawing:
    """Draw what is granted, promised and paid, year by year, in millions of kroner."""
    names = [str(year) for year, *_amounts in years]
    columns = list(zip(*(amounts for _year, *amounts in years), strict=True))
    return _drawn("years", TITLE, (names, columns, NAMES), language)


def parts_chart(lines: Sequence[tuple[str, Ore, Ore]], language: str) -> Drawing:
    """Draw what is promised and paid of each part of a year, in millions of kroner."""
    names = [name for name, *_amounts in lines]
    columns = list(zip(*(amounts for _name, *amounts in lines), strict=True))
    return _drawn("parts", PARTS_TITLE, (names, columns, NAMES[1:]), language)


def _drawn(
    identity: str,
    title: Bilingual,
    content: tuple[Sequence[str], Sequence[Sequence[Ore]], Sequence[Bilingual]],
    language: str,
) -> Drawing:
    groups, columns, names = content
    said = [
        ", ".join(
            f"{name.in_(language).lower()} {format_kroner(column[place])}"
            for name, column in zip(names, columns, strict=True)
        )
        for place in range(len(groups))
    ]
    return draw(
        BarChart(
            identity=identity,
            title=title.in_(language),
            description=" ".join(
                f"{group}: {amounts}." for group, amounts in zip(groups, said, strict=True)
            ),
            unit="mill. kr",
            groups=tuple(groups),
            series=tuple(
                Series(name=name.in_(language), values=tuple(_millions(one) for one in column))
                for name, column in zip(names, columns, strict=True)
            ),
        )
    )


def _millions(amount: Ore) -> Decimal:
    """Give an amount in millions with one decimal; what falls below nothing is drawn as nothing."""
    return (Decimal(max(amount, 0)) / ORE_PER_KRONE / MILLION).quantize(_STEP)
