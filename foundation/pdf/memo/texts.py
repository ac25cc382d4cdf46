"""Lines of text that have been broken before, and the height of lines."""

import re
from collections.abc import Callable, Iterator
from math import inf
from typing import cast

from weasyprint.css import computed_values, units
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from foundation.pdf.memo.bounded import Bounded
from foundation.pdf.memo.foreign import Layout, Patch, Splitting, Style

MOST_LINES = 2_500
_WRAPPING = ("normal", "pre-wrap", "pre-line")
_RATIO = 4
"""How many characters for each em of a line WeasyPrint tries first."""
_WORD_AFTER_WORD = re.compile(r"[A-Za-zÆØÅæøå0-9,] [A-Za-zÆØÅæøå]")
"""A line may always end between these, whatever stands around them (UAX 14, LB18)."""
_READ = (
    "font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning",
    "font_variant_ligatures", "font_variant_position", "font_variant_caps",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian",
    "font_feature_settings", "font_variation_settings", "font_language_override", "lang",
    "direction", "text_decoration_line", "white_space", "word_spacing", "letter_spacing",
    "overflow_wrap", "word_break", "tab_size", "hyphens", "hyphenate_character",
    "hyphenate_limit_chars", "hyphenate_limit_zone",
)  # fmt: skip
"""All that breaking and drawing a line reads of a style."""

Metrics = tuple[int, int | None, float, float, float]


class Texts:
    """Knows how lines were broken; two styles that say the same about text are one."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lines: Bounded[tuple[dict[str, object], Metrics]] = Bounded(MOST_LINES)
        self._numbers: dict[str, int] = {}
        self._split: Callable[..., Splitting] = line_break.split_first_line
        self._strut: Callable[[Style], tuple[float, float]] = line_break.strut

    def patches(self) -> Iterator[Patch]:
        """Give what stands in WeasyPrint's place while this memory is used."""
        for module in (inline, preferred, line_break):
            yield module, "split_first_line", self.split_first_line
        for module in (inline, line_break, units, computed_values):
            yield module, "strut", self.strut

    def number_of(self, style: Style) -> int:
        """Give a number that says all about text that a style says."""
        own = vars(style)
        if "_text_number" not in own:
            said = repr([style[name] for name in _READ])
            own["_text_number"] = self._numbers.setdefault(said, len(self._numbers))
        number: int = own["_text_number"]
        return number

    def strut(self, style: Style) -> tuple[float, float]:
        """Give the height of a line and its baseline."""
        own = vars(style)
        if "_strut" not in own:
            own["_strut"] = self._strut(style)
        height: tuple[float, float] = own["_strut"]
        return height

    def split_first_line(
        self,
        text: str,
        style: Style,
        context: object,
        max_width: float | None,
        justification_spacing: float,
        **how: bool,
    ) -> Splitting:
        """Break a line as WeasyPrint does, or as it was broken before."""
        facts = (self.number_of(style), max_width, justification_spacing, *how.items())
        rest = (style, context, max_width, justification_spacing)
        short = _enough(text, style, max_width)
        if short != text:
            known = self._lines.find((short, True, facts))
            if known is not None:
                return _again(*known)
        known = self._lines.find((text, False, facts))
        if known is not None:
            return _again(*known)
        if short != text:
            broken = self._split(short, *rest, **how)
            if _stands(short, broken):
                return self._kept((short, True, facts), broken)
        return self._kept((text, False, facts), self._split(text, *rest, **how))

    def _kept(self, key: tuple[object, ...], broken: Splitting) -> Splitting:
        layout, *metrics = broken
        self._lines.keep(key, (vars(layout).copy(), cast("Metrics", tuple(metrics))))
        return broken


def _enough(text: str, style: Style, max_width: float | None) -> str:
    """Give as much of a text as WeasyPrint tries first, which nearly always is more than a line."""
    size = cast("float", style["font_size"])
    if max_width is None or max_width == inf or not size or size * _RATIO > max_width:
        return text
    return text[: int(max_width / size * _RATIO)] if style["white_space"] in _WRAPPING else text


def _stands(short: str, broken: Splitting) -> bool:
    """Tell whether more text after this could not have changed where the first line ends.

    WeasyPrint forgets the rest itself when what it tried holds a place where the second line may end.
    Two are asked for: a word that is broken to fit may have used the first.
    """
    resumed = broken[2]
    if resumed is None:
        return False
    return len(_WORD_AFTER_WORD.findall(short.encode()[resumed:].decode()[1:])) > 1


def _again(kept: dict[str, object], metrics: Metrics) -> Splitting:
    """Give a line anew: whoever draws it changes its layout."""
    layout = cast("Layout", object.__new__(line_break.Layout))
    vars(layout).update(kept)
    return (layout, *metrics)
