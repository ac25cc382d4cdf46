"""How far a value may go to either side, one row each: a bar from the lowest to the highest.

Values may be below zero. A line through all rows shows where the value stands now, a dashed one zero.
"""

from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import EDGE, FILLS, WIDTH, ChartError, at, begun, line, shortened, write
from foundation.wording import format_measured

ROW, BAR = 26, 14
TOP, BOTTOM = 40, 8
NAMES, NUMBERS = 270, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A named range."""

    name: str
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeChart:
    """Rows of ranges around a value. `middle_name` says what that value is."""

    identity: str
    title: str
    description: str
    unit: str
    middle: Decimal
    middle_name: str
    rows: tuple[Range, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        if not self.rows or any(row.lower > row.upper for row in self.rows):
            raise ChartError(self.identity)


def range_picture(chart: RangeChart) -> Element:
    """Build the chart's elements."""
    height = TOP + ROW * len(chart.rows) + BOTTOM
    svg = begun(chart.identity, chart.title, chart.description, height)
    scale = _scale(chart)
    bottom = Decimal(height - BOTTOM)
    for number, row in enumerate(chart.rows):
        _draw_row(svg, row, Decimal(TOP + ROW * number + ROW // 2), scale)
    middle, zero = scale.at(chart.middle), scale.at(Decimal(0))
    line(svg, (middle, Decimal(TOP - 6)), (middle, bottom))
    SubElement(
        svg,
        "line",
        {
            "x1": at(zero), "x2": at(zero), "y1": str(TOP - 6), "y2": at(bottom),
            "stroke": EDGE, "stroke-width": "1", "stroke-dasharray": "2 3",
        },
    )  # fmt: skip
    said = f"{format_measured(chart.middle)} {chart.middle_name}"
    write(svg, said, middle, Decimal(TOP - 12), anchor="middle", size=12)
    write(svg, chart.unit, Decimal(WIDTH), Decimal(16), anchor="end", size=12)
    return svg


@dataclass(frozen=True, slots=True)
class _Scale:
    lowest: Decimal
    per_unit: Decimal

    def at(self, value: Decimal) -> Decimal:
        return NAMES + 8 + (value - self.lowest) * self.per_unit


def _scale(chart: RangeChart) -> _Scale:
    """Let the widest bar, the middle and zero all have room."""
    known = [chart.middle, Decimal(0), *(end for row in chart.rows for end in (row.lower, row.upper))]
    lowest, highest = min(known), max(known)
    room = Decimal(WIDTH - NAMES - NUMBERS - 16)
    return _Scale(lowest, room / ((highest - lowest) or Decimal(1)))


def _draw_row(svg: Element, row: Range, y: Decimal, scale: _Scale) -> None:
    write(svg, shortened(row.name, NAMES - 6), Decimal(0), y + 4, anchor="start", size=12)
    start, end = scale.at(row.lower), scale.at(row.upper)
    SubElement(
        svg,
        "rect",
        {
            "x": at(start), "y": at(y - BAR // 2), "width": at(end - start), "height": str(BAR),
            "fill": FILLS[1], "stroke": EDGE, "stroke-width": "1",
        },
    )  # fmt: skip
    said = " – ".join(format_measured(value) for value in (row.lower, row.upper))
    write(svg, said, Decimal(WIDTH), y + 4, anchor="end", size=12)
