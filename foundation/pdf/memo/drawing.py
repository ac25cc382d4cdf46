"""Lines of text that have been drawn before."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from weasyprint.draw import text as drawn_text
from weasyprint.text import line_break

from foundation.pdf.memo.bounded import Bounded
from foundation.pdf.memo.foreign import Font, Layout, Matrix, Patch, Stream, Style, TextBox
from foundation.pdf.memo.texts import Texts

MOST_LINES = 2_500
MOST_WAYS = 4
"""How many drawings of a line are remembered, each for another state of its font."""
Written = tuple[str, tuple[object, ...]]


@dataclass(frozen=True)
class _Drawing:
    """What drawing a line wrote, and what it took the glyphs of its one font to be.

    A glyph's width is rounded from the size that the document first met it in, and space and
    no-break space share a glyph that stands for the one met first: so a line is only drawn from memory
    when its glyphs are to this document what they were to the one it was drawn in.
    """

    key: int
    font: Font
    """Without glyphs. What else is said of it is the same in every size, as a test shows."""
    written: tuple[Written, ...]
    widths: dict[int, int]
    """Of every glyph in the line."""
    given: frozenset[int]
    """The glyphs whose width did not come of this line, but of what its document had met before."""
    characters: dict[int, str]
    """What each glyph stands for, in the order in which the line meets them."""

    def fits(self, font: Font | None) -> bool:
        """Tell whether the line would be drawn the same in a document that has met some glyphs."""
        met = {} if font is None else font.widths
        return self.widths.items() <= met.items() or all(
            met[glyph] == width if glyph in met else glyph not in self.given
            for glyph, width in self.widths.items()
        )

    def replay(self, stream: Stream, matrix: Matrix) -> None:
        """Draw the line again."""
        fonts: dict[int, Font] = vars(stream)["_fonts"]
        if self.key not in fonts:
            fonts[self.key] = unmet(self.font)
        font = fonts[self.key]
        if not self.widths.items() <= font.widths.items():
            for glyph, character in self.characters.items():
                font.to_unicode.setdefault(glyph, character)
                font.widths.setdefault(glyph, self.widths[glyph])
        stream.set_text_matrix(*matrix.values)
        for name, arguments in self.written:
            getattr(stream, name)(*arguments)


@dataclass
class _Listener:
    """Stands where a page's content would, and keeps what is written to it."""

    stream: Stream
    unmet: dict[int, Font]
    """The fonts that are known, without any glyphs."""
    with_met: bool
    """Whether the glyphs that the document has met are as they are there."""
    written: list[Written] = field(default_factory=list)
    theirs: list[Font] = field(default_factory=list)
    own: Font | None = None

    @property
    def ink_rect(self) -> object:
        """Lend what extents are measured with."""
        return self.stream.ink_rect

    @property
    def logical_rect(self) -> object:
        """Lend what extents are measured with."""
        return self.stream.logical_rect

    def add_font(self, pango_font: object) -> tuple[Font, float]:
        """Give a font whose glyphs are met here, not in the document."""
        font, size = self.stream.add_font(pango_font)
        self.theirs.append(font)
        if self.own is None:
            self.own = unmet(font)
            if self.with_met:
                self.own.widths.update(font.widths)
        return self.own, size

    def set_text_matrix(self, *_values: float) -> None:
        """Leave out where the line lies: that is told anew each time."""

    def set_font_size(self, font: str, size: float) -> None:
        """Keep which font follows."""
        self.written.append(("set_font_size", (font, size)))

    def show_text(self, text: str) -> None:
        """Keep glyphs."""
        self.written.append(("show_text", (text,)))

    def set_text_rise(self, height: float) -> None:
        """Keep how far what follows is lifted."""
        self.written.append(("set_text_rise", (height,)))

    def heard(self) -> _Drawing | None:
        """Give what was drawn, unless it took several fonts or one with pictures in it."""
        font = self.own
        if font is None or any(one is not self.theirs[0] for one in self.theirs):
            return None
        if font.missing or font.bitmap or font.png or font.svg or font.colr:
            return None
        fonts: dict[int, Font] = vars(self.stream)["_fonts"]
        key = next(key for key, one in fonts.items() if one is self.theirs[0])
        met = self.theirs[0].widths if self.with_met else {}
        return _Drawing(
            key=key,
            font=self.unmet.setdefault(key, unmet(font)),
            written=tuple(self.written),
            widths={glyph: font.widths[glyph] for glyph in font.to_unicode},
            given=frozenset(font.to_unicode.keys() & met.keys()),
            characters=dict(font.to_unicode),
        )


class Drawings:
    """Knows how lines were drawn."""

    def __init__(self, texts: Texts) -> None:
        """Know nothing yet."""
        self._texts = texts
        self._lines: Bounded[list[_Drawing]] = Bounded(MOST_LINES)
        self._unmet: dict[int, Font] = {}
        self._draw: Callable[..., list[object]] = drawn_text.draw_first_line
        self._reactivate: Callable[[Layout, Style], None] = line_break.Layout.reactivate

    def patches(self) -> Iterator[Patch]:
        """Give what stands in WeasyPrint's place while this memory is used."""
        yield drawn_text, "draw_first_line", self.draw_first_line
        yield line_break.Layout, "reactivate", _put_off

    def draw_first_line(
        self, stream: Stream, textbox: TextBox, overflow: str, ellipsis: object, matrix: Matrix
    ) -> list[object]:
        """Draw a line as WeasyPrint does, or as it was drawn before."""
        layout, style = textbox.pango_layout, textbox.style
        fonts: dict[int, Font] = vars(stream)["_fonts"]
        is_whole = overflow != "ellipsis" and ellipsis == "none"
        key = (layout.text, self._texts.number_of(style), layout.justification_spacing)
        known = (self._lines.find(key) or []) if is_whole else []
        for drawing in known:
            if drawing.fits(fonts.get(drawing.key)):
                drawing.replay(stream, matrix)
                return []
        self._reactivate(layout, style)
        made = self._heard(stream, textbox, matrix) if is_whole else None
        if made is None:
            return self._draw(stream, textbox, overflow, ellipsis, matrix)
        self._lines.keep(key, [*known, made][-MOST_WAYS:])
        made.replay(stream, matrix)
        return []

    def _heard(self, stream: Stream, textbox: TextBox, matrix: Matrix) -> _Drawing | None:
        """Draw to a listener: as in a document of its own, else as it must be in this one."""
        for with_met in (False, True):
            listener = _Listener(stream, self._unmet, with_met)
            emojis = self._draw(listener, textbox, "clip", "none", matrix)
            made = None if emojis else listener.heard()
            if made is None or made.fits(listener.theirs[0]):
                return made
        return None


def unmet(font: Font) -> Font:
    """Give a font as it is before a document has met any of its glyphs."""
    fresh = copy.copy(font)
    fresh.widths, fresh.to_unicode, fresh.missing = {}, {}, {}
    return fresh


def _put_off(layout: Layout, style: Style) -> None:
    """Make none of Pango's objects for a line before it is known that they are needed."""
    layout.style, layout.layout, layout.language = style, None, None
