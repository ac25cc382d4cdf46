"""Values before and after, one row each: a ring for what it was, a disc for what it is, a line between.

Ring and disc are told apart by their shape and not by a colour.
"""

from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import (
    EDGE,
    WIDTH,
    ChartError,
    at,
    begun,
    line,
    shortened,
    write,
)
from foundation.wording import format_measured

ROW = 24
TOP, BOTTOM = 40, 8
NAMES = 250
NUMBERS = 130
_RADIUS = "5.5"
_BEFORE, _AFTER = "#ffffff", EDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A named value that changes; zero or more."""

    name: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChart:
    """Rows of changed values. `before` and `after` are what the two are called."""

    identity: str
    title: str
    description: str
    unit: str
    before: str
    after: str
    rows: tuple[Changed, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        if not self.rows or any(min(row.before, row.after) < 0 for row in self.rows):
            raise ChartError(self.identity)


def change_picture(chart: ChangeChart) -> Element:
    """Build the chart's elements."""
    height = TOP + ROW * len(chart.rows) + BOTTOM
    svg = begun(chart.identity, chart.title, chart.description, height)
    x = Decimal(NAMES + 6)
    for name, fill in ((chart.before, _BEFORE), (chart.after, _AFTER)):
        _dot(svg, x, Decimal(12), fill)
        write(svg, name, x + 12, Decimal(16), anchor="start", size=12)
        x += 40 + 7 * len(name)
    write(svg, chart.unit, Decimal(WIDTH), Decimal(16), anchor="end", size=12)
    highest = max(max(row.before, row.after) for row in chart.rows) or Decimal(1)
    per_unit = Decimal(WIDTH - NAMES - NUMBERS - 12) / highest
    for number, row in enumerate(chart.rows):
        _draw_row(svg, row, Decimal(TOP + ROW * number + ROW // 2), per_unit)
    return svg


def _draw_row(svg: Element, row: Changed, y: Decimal, per_unit: Decimal) -> None:
    write(svg, shortened(row.name, NAMES - 10), Decimal(0), y + 4, anchor="start", size=12)
    before, after = (NAMES + 6 + value * per_unit for value in (row.before, row.after))
    line(svg, (before, y), (after, y))
    _dot(svg, before, y, _BEFORE)
    _dot(svg, after, y, _AFTER)
    said = " → ".join(format_measured(value) if value else "0" for value in (row.before, row.after))
    write(svg, said, Decimal(WIDTH), y + 4, anchor="end", size=12)


def _dot(svg: Element, x: Decimal, y: Decimal, fill: str) -> None:
    SubElement(
        svg,
        "circle",
        {
            "cx": at(x),
            "cy": at(y),
            "r": _RADIUS,
            "fill": fill,
            "stroke": EDGE,
            "stroke-width": "1.5",
        },
    )
