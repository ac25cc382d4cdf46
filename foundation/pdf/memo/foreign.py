"""The shapes of WeasyPrint's own objects, as far as the memory touches them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

Patch = tuple[object, str, object]
"""Whose attribute, its name, and what stands there while the memory is used."""
Splitting = tuple["Layout", int, int | None, float, float, float]
"""Layout, length in bytes, where the next line begins, width, height, baseline."""
Declarations = list[tuple[str, object, bool]]
"""Properties with their values, and whether they are important."""
Weight = tuple[int, float, object]
"""What decides among values of a property: precedence, layer, specificity."""
Cascaded = dict[str, tuple[object, Weight]]


class Style(Protocol):
    """A dictionary of an element's properties that computes them when they are asked for."""

    def __getitem__(self, name: str, /) -> object:
        """Give a computed value."""
        ...

    def pop(self, name: str, default: object, /) -> object:
        """Forget a computed value."""
        ...


class Layout(Protocol):
    """A laid out line: its text, and while it is active Pango's objects for it."""

    text: str
    justification_spacing: float
    style: Style
    layout: object
    language: object


class TextBox(Protocol):
    """A line of text with its style."""

    text: str
    style: Style
    pango_layout: Layout


class Box(Protocol):
    """A box whose used lengths are attributes."""

    style: Style


class Matrix(Protocol):
    """Where and how large something is drawn."""

    values: tuple[float, ...]


class Font(Protocol):
    """A font as one document uses it, with the glyphs met so far."""

    hash: str
    file_content: bytes
    widths: dict[int, int]
    to_unicode: dict[int, str]
    missing: dict[int, int]
    bitmap: bool
    png: bool
    svg: bool
    colr: bool


class Stream(Protocol):
    """The content of a page that is being written."""

    ink_rect: object
    logical_rect: object

    def add_font(self, pango_font: object) -> tuple[Font, float]:
        """Give the document's font for one of Pango's, and its size."""
        ...

    def set_text_matrix(self, *values: float) -> None:
        """Say where the text begins."""
        ...


class Element(Protocol):
    """An element of the document."""

    tag: str
    attrib: Mapping[str, str]

    def get(self, name: str, /) -> str | None:
        """Give an attribute."""
        ...


class Wrapper(Protocol):
    """An element as selectors see it."""

    etree_element: Element
    etree_siblings: list[Element]
    parent: "Wrapper | None"
    previous: "Wrapper | None"
    index: int

    def iter_subtree(self) -> Iterator["Wrapper"]:
        """Give the element and all below it."""
        ...


class Html(Protocol):
    """A parsed document."""

    base_url: str
    etree_element: Element
    wrapper_element: Wrapper


class Matcher(Protocol):
    """The selectors of a stylesheet."""

    def match(
        self, element: Wrapper, /
    ) -> list[tuple[object, int, str | None, tuple[Declarations, object]]]:
        """Give specificity, order, pseudo-element, and what is declared in which layer."""
        ...


class Sheet(Protocol):
    """A parsed stylesheet."""

    matcher: Matcher
    layers: list[object]


Sheets = list[tuple[Sheet, str, object]]
"""Each sheet with its origin, and the specificity that holds for all of it if any."""


class Targets(Protocol):
    """Collects what can be linked to."""

    def collect_anchor(self, name: object, /) -> None:
        """Keep a name."""
        ...


class StyleFor(Protocol):
    """A document's styles, by element and pseudo-element."""

    font_config: object
    initial_page_sizes: dict[str, object]
    set_computed_styles: Callable[..., None]


class PdfObject(Protocol):
    """A part of a PDF file."""


class PdfStream(Protocol):
    """A part of a PDF file that may be compressed."""

    stream: list[object]
    extra: Mapping[str, object]
