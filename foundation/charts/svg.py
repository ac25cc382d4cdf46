"""What all charts are drawn with."""

from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH = 640
INK = "#1c2b36"
FONT = "Letter, Inter, sans-serif"
"""The letters' own face on paper, the pages' on the screen: none that depends on the machine."""
EDGE = "#0b3954"
FILLS = ("#ffffff", "#cfe3f1", "#6ba3c9", "#0b3954")
"""From light to dark, far enough apart to be told from each other on a grey print."""
CHARACTER = Decimal("6.6")
"""The mean width of a character at 12 px, for placing what stands beside a text."""


class ChartError(ValueError):
    """The numbers do not make a chart."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An `svg` element that templates put in as it is."""

    svg: str

    def __html__(self) -> str:
        """Tell Jinja that this is markup already; all text in it was escaped when it was drawn."""
        return self.svg


def drawing(picture: Element) -> Drawing:
    """Make a drawing of a picture's elements."""
    return Drawing(tostring(picture, encoding="unicode"))


def begun(identity: str, title: str, description: str, height: int) -> Element:
    """Begin a picture with its name and what it says in words.

    `identity` must be unlike any other id on the same page. The title is what a screen reader says first.
    """
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": f"{identity}-title {identity}-description",
            "class": "chart",
            "font-family": FONT,
            "font-size": "12",
            "fill": INK,
        },
    )
    SubElement(svg, "title", {"id": f"{identity}-title"}).text = title
    SubElement(svg, "desc", {"id": f"{identity}-description"}).text = description
    return svg


def write(svg: Element, text: str, x: Decimal, y: Decimal, *, anchor: str, size: int) -> None:
    """Write a text; `anchor` is the part of it that stands at x."""
    place = {"x": at(x), "y": at(y), "text-anchor": anchor, "font-size": str(size)}
    SubElement(svg, "text", place).text = text


def line(svg: Element, start: tuple[Decimal, Decimal], end: tuple[Decimal, Decimal]) -> None:
    """Draw a thin line."""
    ends = {"x1": at(start[0]), "y1": at(start[1]), "x2": at(end[0]), "y2": at(end[1])}
    SubElement(svg, "line", {**ends, "stroke": EDGE, "stroke-width": "1.5"})


def shortened(text: str, width: int) -> str:
    """Cut a text that is wider than so many pixels."""
    longest = int(width / CHARACTER)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def at(place: Decimal) -> str:
    """Write a place with two decimals at most, so that it is the same on every machine."""
    return f"{place.quantize(Decimal('0.01')).normalize():f}"
