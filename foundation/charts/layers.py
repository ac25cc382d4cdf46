"""Boxes in columns with lines from each column to the next: what leads to what, from left to right.

Texts are broken into lines by their mean width, so the same words give the same picture everywhere.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import EDGE, FILLS, WIDTH, ChartError, at, begun, write

GAP = 30
PADDING = 7
LINE = 13
BETWEEN = 10
TOP, BOTTOM = 28, 6
SIZE = 10
_CHARACTER = Decimal("5.6")
"""The mean width of a character at 10 px."""
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A box. `key` is what links name it by, unlike any other in the chart."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A column with its heading."""

    name: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerChart:
    """Columns of boxes and the links between them, as pairs of keys.

    The description tells every link in words, for nobody can follow a line by ear.
    """

    identity: str
    title: str
    description: str
    layers: tuple[Layer, ...]
    links: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        keys = [box.key for layer in self.layers for box in layer.boxes]
        ends = {end for link in self.links for end in link}
        if not 1 < len(self.layers) <= _MOST_COLUMNS or len(set(keys)) != len(keys):
            raise ChartError(self.identity)
        if not keys or not ends <= set(keys):
            raise ChartError(self.identity)


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    lines: Sequence[str]
    x: Decimal
    y: Decimal
    width: Decimal

    @property
    def height(self) -> Decimal:
        return _height(self.lines)

    @property
    def middle(self) -> Decimal:
        return self.y + self.height / 2


def layer_picture(chart: LayerChart) -> Element:
    """Build the chart's elements."""
    count = len(chart.layers)
    width = (Decimal(WIDTH) - GAP * (count - 1) - 2) / count
    room = int((width - 2 * PADDING) / _CHARACTER)
    columns = [[(box, _broken(box.text, room)) for box in layer.boxes] for layer in chart.layers]
    tallest = max(_column(column) for column in columns)
    height = TOP + int(tallest) + BOTTOM
    svg = begun(chart.identity, chart.title, chart.description, height)
    placed: dict[str, _Placed] = {}
    for number, (layer, column) in enumerate(zip(chart.layers, columns, strict=True)):
        x = 1 + number * (width + GAP)
        write(svg, layer.name, x, Decimal(14), anchor="start", size=12)
        y = TOP + (tallest - _column(column)) / 2
        for box, lines in column:
            placed[box.key] = _Placed(box, lines, x, y, width)
            y += _height(lines) + BETWEEN
    for start, end in chart.links:
        _draw_link(svg, placed[start], placed[end])
    for one in placed.values():
        _draw_box(svg, one)
    return svg


def _broken(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, width=room, break_on_hyphens=True) or [""]


def _height(lines: Sequence[str]) -> Decimal:
    return Decimal(len(lines) * LINE + 2 * PADDING)


def _column(column: Sequence[tuple[Box, Sequence[str]]]) -> Decimal:
    heights = sum((_height(lines) for _box, lines in column), Decimal(0))
    return heights + BETWEEN * max(len(column) - 1, 0)


def _draw_link(svg: Element, start: _Placed, end: _Placed) -> None:
    """Draw a curve that leaves one box and comes in to the other level."""
    out, into = start.x + start.width, end.x
    bend = (into - out) / 2
    way = (
        f"M {at(out)} {at(start.middle)} C {at(out + bend)} {at(start.middle)} "
        f"{at(into - bend)} {at(end.middle)} {at(into)} {at(end.middle)}"
    )
    SubElement(svg, "path", {"d": way, "fill": "none", "stroke": EDGE, "stroke-width": "1"})


def _draw_box(svg: Element, one: _Placed) -> None:
    SubElement(
        svg,
        "rect",
        {
            "x": at(one.x),
            "y": at(one.y),
            "width": at(one.width),
            "height": at(one.height),
            "rx": "3",
            "fill": FILLS[0],
            "stroke": EDGE,
            "stroke-width": "1",
        },
    )
    for number, line in enumerate(one.lines):
        y = one.y + PADDING + LINE * number + SIZE
        write(svg, line, one.x + PADDING, y, anchor="start", size=SIZE)
