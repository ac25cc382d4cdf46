"""Shares of a whole, one row each, with the interval that each may lie in."""

from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import (
    EDGE,
    FILLS,
    WIDTH,
    ChartError,
    at,
    begun,
    line,
    shortened,
    write,
)

ROW = 28
TOP, BOTTOM = 28, 8
NAMES = 284
NUMBERS = 90
PLOT = WIDTH - NAMES - NUMBERS
_MARKS = (Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A named share of one, from 0 to 1, with its interval if there is one; `said` stands beside it."""

    name: str
    share: Decimal
    said: str
    interval: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChart:
    """Rows of shares under one scale from 0 to 100 per cent."""

    identity: str
    title: str
    description: str
    rows: tuple[Share, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        ends = [end for row in self.rows for end in (row.share, *(row.interval or ()))]
        if not ends or min(ends) < 0 or max(ends) > 1:
            raise ChartError(self.identity)


def share_picture(chart: ShareChart) -> Element:
    """Build the chart's elements."""
    height = TOP + ROW * len(chart.rows) + BOTTOM
    svg = begun(chart.identity, chart.title, chart.description, height)
    for mark in _MARKS:
        write(svg, f"{mark * 100:.0f}\u00a0%", _x(mark), Decimal(16), anchor="middle", size=11)
    for number, row in enumerate(chart.rows):
        _draw_row(svg, row, Decimal(TOP + ROW * number))
    line(svg, (_x(Decimal(0)), Decimal(TOP - 4)), (_x(Decimal(0)), Decimal(height - BOTTOM)))
    return svg


def _draw_row(svg: Element, row: Share, y: Decimal) -> None:
    middle = y + ROW // 2
    write(svg, shortened(row.name, NAMES - 20), Decimal(0), middle + 4, anchor="start", size=12)
    SubElement(
        svg,
        "rect",
        {
            "x": at(_x(Decimal(0))),
            "y": at(y + 5),
            "width": at(row.share * PLOT),
            "height": str(ROW - 10),
            "fill": FILLS[1],
            "stroke": EDGE,
            "stroke-width": "1",
        },
    )
    if row.interval is not None:
        low, high = (_x(end) for end in row.interval)
        line(svg, (low, middle), (high, middle))
        for end in (low, high):
            line(svg, (end, middle - 5), (end, middle + 5))
    write(svg, row.said, Decimal(WIDTH), middle + 4, anchor="end", size=12)


def _x(share: Decimal) -> Decimal:
    return NAMES + share * PLOT
