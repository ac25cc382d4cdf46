"""What can be said of a box from its style alone."""

from collections.abc import Callable, Iterator
from typing import cast

from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, block, column, grid, inline, page, percent, table
from weasyprint.layout import float as floating

from foundation.pdf.memo.foreign import Box, Patch, Style

_LENGTHS = (
    "margin_left", "margin_right", "margin_top", "margin_bottom",
    "padding_left", "padding_right", "padding_top", "padding_bottom",
    "width", "min_width", "max_width", "height", "min_height", "max_height",
)  # fmt: skip
_BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")
_RESOLVERS = (absolute, block, column, floating, grid, inline, page, percent, table)
_FLOWING = ("static", "relative")
Lengths = tuple[dict[str, object], dict[str, object]]


_resolve: Callable[[Box, object], None] = percent.resolve_percentages
_flows: Callable[[Box], bool] = boxes.Box.is_in_normal_flow


def patches() -> Iterator[Patch]:
    """Give what stands in WeasyPrint's place while a memory is used."""
    for module in _RESOLVERS:
        yield module, "resolve_percentages", resolve_percentages
    yield boxes.Box, "is_in_normal_flow", is_in_normal_flow


def resolve_percentages(box: Box, containing_block: object) -> None:
    """Set a box's used lengths. What is known of a style lies with it."""
    own = vars(box.style)
    if "_lengths" not in own:
        own["_lengths"] = _lengths_of(box.style)
    known: Lengths | None = own["_lengths"]
    if known is None:
        _resolve(box, containing_block)
        return
    lengths, borders = known
    values = vars(box)
    if box.style["border_collapse"] == "collapse":
        borders = {name: width for name, width in borders.items() if not hasattr(box, name)}
    values.update(lengths)
    values.update(borders)


def is_in_normal_flow(box: Box) -> bool:
    """Tell whether a box lies among its siblings; nearly all do, and say so in two words."""
    style = box.style
    return (style["float"] == "none" and style["position"] in _FLOWING) or _flows(box)


def _lengths_of(style: Style) -> Lengths | None:
    """Give a style's lengths and widths of borders; None where a length hangs on another box."""
    if style["box_sizing"] != "content-box":
        return None
    lengths: dict[str, object] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name in ("min_width", "min_height") else value
        elif getattr(value, "unit", None) == "px":
            lengths[name], _ = cast("tuple[float, str]", value)
        else:
            return None
    return lengths, {name: style[name] for name in _BORDERS}
