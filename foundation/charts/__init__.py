"""Charts as SVG, drawn by hand: the same picture on the page and on paper.

Everything is an attribute, so a strict content policy lets it through; nothing is measured by a
browser, so the same numbers give the same text. A chart is read in black and white by the darkness
or the shape of its marks and by the numbers written beside them, and it always stands beside a table
with the same numbers.
"""

from foundation.charts.bars import HEIGHT, BarChart, Series, picture
from foundation.charts.changes import ChangeChart, Changed, change_picture
from foundation.charts.layers import Box, Layer, LayerChart, layer_picture
from foundation.charts.ranges import Range, RangeChart, range_picture
from foundation.charts.shares import Share, ShareChart, share_picture
from foundation.charts.svg import EDGE, FILLS, INK, ChartError, Drawing, drawing
from foundation.charts.tiles import Tile, TileBlock, TileChart, tile_picture

__all__ = [
    "EDGE",
    "FILLS",
    "HEIGHT",
    "INK",
    "BarChart",
    "Box",
    "ChangeChart",
    "Changed",
    "ChartError",
    "Drawing",
    "Layer",
    "LayerChart",
    "Range",
    "RangeChart",
    "Series",
    "Share",
    "ShareChart",
    "Tile",
    "TileBlock",
    "TileChart",
    "change_picture",
    "draw",
    "layer_picture",
    "picture",
    "range_picture",
    "share_picture",
    "tile_picture",
]


def draw(
    chart: BarChart | ChangeChart | LayerChart | RangeChart | ShareChart | TileChart,
) -> Drawing:
    """Draw a chart as an `svg` element to stand inside a page or a document."""
    match chart:
        case BarChart():
            return drawing(picture(chart))
        case ChangeChart():
            return drawing(change_picture(chart))
        case LayerChart():
            return drawing(layer_picture(chart))
        case RangeChart():
            return drawing(range_picture(chart))
        case ShareChart():
            return drawing(share_picture(chart))
        case TileChart():
            return drawing(tile_picture(chart))
