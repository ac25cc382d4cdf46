"""Upright bars in groups, such as four amounts for each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import CHARACTER, EDGE, FILLS, INK, WIDTH, ChartError, at, begun, write
from foundation.wording import format_measured

HEIGHT = 280
TOP, BOTTOM = 48, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One kind of bar: a name and one value, zero or more, for each group."""

    name: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars in groups, as four amounts for each year.

    `identity` must be unlike any other id on the same page. The title is what a screen reader
    says first, so it tells what the chart shows; the description gives the numbers in words.
    """

    identity: str
    title: str
    description: str
    unit: str
    groups: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        if not self.groups or not 1 <= len(self.series) <= len(FILLS):
            raise ChartError(self.identity)
        for series in self.series:
            if len(series.values) != len(self.groups) or min(series.values) < 0:
                raise ChartError(series.name)


def picture(chart: BarChart) -> Element:
    """Build the chart's elements."""
    svg = begun(chart.identity, chart.title, chart.description, HEIGHT)
    _draw_legend(svg, chart)
    _draw_baseline(svg, chart)
    for bar in _bars(chart):
        _draw_bar(svg, bar)
    _draw_groups(svg, chart)
    return svg


@dataclass(frozen=True, slots=True)
class _Bar:
    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    place: int
    label: str


def _bars(chart: BarChart) -> Iterator[_Bar]:
    highest = max(value for series in chart.series for value in series.values)
    per_unit = (HEIGHT - TOP - BOTTOM) / (highest or Decimal(1))
    group_width = Decimal(WIDTH) / len(chart.groups)
    width = min(group_width * Decimal("0.8") / len(chart.series), Decimal(44))
    for place, series in enumerate(chart.series):
        for group, value in enumerate(series.values):
            start = group_width * group + (group_width - width * len(chart.series)) / 2
            height = value * per_unit
            yield _Bar(
                start + width * place + 1,
                HEIGHT - BOTTOM - height,
                width - 2,
                height,
                place,
                format_measured(value) if value else "0",
            )


def _draw_bar(svg: Element, bar: _Bar) -> None:
    SubElement(
        svg,
        "rect",
        {
            "class": f"series-{bar.place + 1}",
            "x": at(bar.x),
            "y": at(bar.y),
            "width": at(bar.width),
            "height": at(bar.height),
            "fill": FILLS[bar.place],
            "stroke": EDGE,
            "stroke-width": "1",
        },
    )
    write(svg, bar.label, bar.x + bar.width / 2, bar.y - 4, anchor="middle", size=10)


def _draw_baseline(svg: Element, chart: BarChart) -> None:
    """Draw the only line there is: with its number above each bar, a grid would be noise."""
    SubElement(
        svg,
        "line",
        {
            "x1": "0",
            "x2": str(WIDTH),
            "y1": str(HEIGHT - BOTTOM),
            "y2": str(HEIGHT - BOTTOM),
            "stroke": INK,
            "stroke-width": "1",
        },
    )
    write(svg, chart.unit, Decimal(WIDTH), Decimal(16), anchor="end", size=12)


def _draw_groups(svg: Element, chart: BarChart) -> None:
    group_width = Decimal(WIDTH) / len(chart.groups)
    for number, group in enumerate(chart.groups):
        middle = group_width * number + group_width / 2
        write(svg, group, middle, Decimal(HEIGHT - BOTTOM + 20), anchor="middle", size=12)


def _draw_legend(svg: Element, chart: BarChart) -> None:
    x = Decimal(1)
    for place, series in enumerate(chart.series):
        SubElement(
            svg,
            "rect",
            {
                "class": f"series-{place + 1}",
                "x": at(x),
                "y": "6",
                "width": "12",
                "height": "12",
                "fill": FILLS[place],
                "stroke": EDGE,
                "stroke-width": "1",
            },
        )
        write(svg, series.name, x + 18, Decimal(16), anchor="start", size=12)
        x += 18 + CHARACTER * len(series.name) + 20
