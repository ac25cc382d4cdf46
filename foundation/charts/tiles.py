"""Equal tiles in named blocks, such as one for each kommune of each fylke: how often each is counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from xml.etree.ElementTree import Element, SubElement

from foundation.charts.svg import (
    CHARACTER,
    EDGE,
    FILLS,
    INK,
    WIDTH,
    ChartError,
    at,
    begun,
    shortened,
    write,
)

TILE, STEP = 14, 15
LEGEND, HEADING, GAP = 30, 18, 10
MOST_WRITTEN = 9
_ON_DARK = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A tile: what it stands for and how often it is counted, in words and as a number."""

    said: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TileBlock:
    """Tiles under a name. `row` and `column` tell where the block stands among the others."""

    name: str
    row: int
    column: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TileChart:
    """Blocks of tiles. The number stands in each tile that is counted, and more of it is darker.

    `legend` names the fills from none to most: the last is for so many or more.
    """

    identity: str
    title: str
    description: str
    legend: tuple[str, ...]
    blocks: tuple[TileBlock, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn. Raises ChartError."""
        places = {(one.row, one.column) for one in self.blocks}
        if not self.blocks or len(places) < len(self.blocks) or len(self.legend) != len(FILLS):
            raise ChartError(self.identity)
        if min((tile.count for one in self.blocks for tile in one.tiles), default=0) < 0:
            raise ChartError(self.identity)


def tile_picture(chart: TileChart) -> Element:
    """Build the chart's elements."""
    columns = max(one.column for one in chart.blocks) + 1
    width = WIDTH // columns
    tops = _tops(chart, (width - GAP) // STEP)
    svg = begun(chart.identity, chart.title, chart.description, tops[-1])
    _draw_legend(svg, chart.legend)
    for block in chart.blocks:
        _draw_block(svg, block, (block.column * width, tops[block.row]), width)
    return svg


def _tops(chart: TileChart, across: int) -> list[int]:
    """Give where each row of blocks begins, and where the last ends: a row is as high as its highest."""
    highest = [0] * (max(one.row for one in chart.blocks) + 1)
    for block in chart.blocks:
        height = HEADING + -(-len(block.tiles) // across) * STEP + GAP
        highest[block.row] = max(highest[block.row], height)
    return list(accumulate(highest, initial=LEGEND))


def _draw_legend(svg: Element, names: tuple[str, ...]) -> None:
    x = Decimal(1)
    for fill, name in zip(FILLS, names, strict=True):
        place = {"x": at(x), "y": "4", "width": str(TILE), "height": str(TILE)}
        SubElement(svg, "rect", {**place, "fill": fill, "stroke": EDGE})
        write(svg, name, x + 20, Decimal(16), anchor="start", size=12)
        x += 20 + CHARACTER * len(name) + 20


def _draw_block(svg: Element, block: TileBlock, corner: tuple[int, int], width: int) -> None:
    left, top = corner
    name = shortened(block.name, width - GAP)
    write(svg, name, Decimal(left), Decimal(top + 12), anchor="start", size=11)
    across = (width - GAP) // STEP
    group = SubElement(svg, "g", {"stroke": EDGE, "stroke-width": "0.75"})
    numbers = SubElement(svg, "g", {"font-size": "10", "text-anchor": "middle"})
    for tile, (x, y) in zip(block.tiles, _places(len(block.tiles), across), strict=True):
        place = {"x": f"{left + x}.5", "y": str(top + HEADING + y)}
        level = min(tile.count, len(FILLS) - 1)
        shape = {**place, "width": str(TILE - 1), "height": str(TILE - 1), "fill": FILLS[level]}
        SubElement(SubElement(group, "rect", shape), "title").text = tile.said
        if tile.count:
            ink = _ON_DARK if level == len(FILLS) - 1 else INK
            spot = {"x": str(left + x + 7), "y": str(top + HEADING + y + 10), "fill": ink}
            SubElement(numbers, "text", spot).text = _written(tile.count)


def _places(number: int, across: int) -> Iterator[tuple[int, int]]:
    for place in range(number):
        down, right = divmod(place, across)
        yield right * STEP, down * STEP


def _written(count: int) -> str:
    return str(count) if count <= MOST_WRITTEN else f"{MOST_WRITTEN}+"
