"""Styles of elements, computed once for all documents that share their stylesheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import NamedTuple, cast

from weasyprint import css

from foundation.pdf.memo.foreign import (
    Cascaded,
    Declarations,
    Element,
    Html,
    Patch,
    Sheet,
    Sheets,
    Style,
    StyleFor,
    Targets,
    Weight,
    Wrapper,
)

MOST_PLACES = 20_000
_TOLD = ("class", "style", "lang", "id", "name", "width", "height", "type", "dir")
"""The attributes whose values our selectors, or WeasyPrint itself, look at."""
Styles = dict[str | None, Style]
"""The styles of an element and of its pseudo-elements."""


class _Matched(NamedTuple):
    """What a selector of a sheet says of an element."""

    sheet: Sheet
    origin: str
    specificity: object
    pseudo: str | None
    declarations: Declarations
    layer: object


@dataclass(frozen=True)
class _Alone:
    """An element without what is below it."""

    element: Element

    def iter(self) -> Iterator[Element]:
        """Give the element."""
        yield self.element


class StyleMemory:
    """Knows the styles of every place in a document: what stands there, below what and after what.

    A place is what our selectors can tell apart: they look at names, classes and other attributes, at the
    element just before, and at the first and last of its siblings.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._sheets: list[Sheet] = []
        self._places: dict[object, tuple[int, Styles]] = {}
        self._alike: dict[object, Styles] = {}
        self._pages: dict[object, tuple[Style, Style]] = {}
        self._page_sizes: dict[str, object] = {}
        self._kind = css.StyleFor
        self._compute = css.StyleFor.set_computed_styles

    def patches(self) -> Iterator[Patch]:
        """Give what stands in WeasyPrint's place while this memory is used."""
        yield css, "StyleFor", self.style_for

    def style_for(
        self, html: Html, sheets: Sheets, hints: object, fonts: object, targets: Targets
    ) -> StyleFor:
        """Give a document's styles."""
        self._forget_unless([sheet for sheet, _, _ in sheets])
        if hints:
            return cast("StyleFor", self._kind(html, sheets, hints, fonts, targets))
        made = self._begun(sheets, fonts)
        computed: dict[object, Style] = vars(made)["_computed_styles"]
        numbers: dict[Element | None, int] = {}
        for wrapper in html.wrapper_element.iter_subtree():
            element = wrapper.etree_element
            above = wrapper.parent.etree_element if wrapper.parent else None
            place = (numbers.get(above), *_place(wrapper, element))
            found = self._places.get(place)
            if found is None:
                found = (len(self._places), self._matching(made, html, wrapper))
                self._places[place] = found
            numbers[element], known = found
            for pseudo, style in known.items():
                computed[element, pseudo] = style
                if style["anchor"]:
                    targets.collect_anchor(style["anchor"])
            known[None].pop("overflow", None)  # a page takes it from what fills the page
        made.set_computed_styles = partial(self._page_style, made)
        return made

    def _forget_unless(self, sheets: list[Sheet]) -> None:
        """Begin anew for other sheets, and when there is much to remember."""
        if sheets != self._sheets or len(self._places) > MOST_PLACES:
            self._sheets, self._places, self._alike, self._pages = sheets, {}, {}, {}

    def _begun(self, sheets: Sheets, fonts: object) -> StyleFor:
        made = cast("StyleFor", object.__new__(self._kind))
        vars(made).update(_cascaded_styles={}, _computed_styles={}, _sheets=sheets)
        made.font_config, made.initial_page_sizes = fonts, self._page_sizes
        self._page_sizes.update(box=None, area=None)
        return made

    def _matching(self, made: StyleFor, html: Html, wrapper: Wrapper) -> Styles:
        """Give the styles of an element in a place that is new; most are known from another place."""
        element = wrapper.etree_element
        above = wrapper.parent.etree_element if wrapper.parent else None
        matched = [
            _Matched(sheet, origin, specificity or found[0], found[2], *found[3])
            for sheet, origin, specificity in vars(made)["_sheets"]
            for found in sheet.matcher.match(wrapper)
        ]
        key = (
            html.base_url if above is None else id(vars(made)["_computed_styles"][above, None]),
            (element.tag, *map(element.get, _TOLD)) if element.attrib else None,
            *[(id(one.declarations), one.specificity) for one in matched],
        )
        if key not in self._alike:
            cascaded = _cascaded(element, html, matched)
            self._alike[key] = self._computed(made, html, element, above, cascaded)
        return self._alike[key]

    def _computed(
        self,
        made: StyleFor,
        html: Html,
        element: Element,
        above: Element | None,
        cascaded: dict[str | None, Cascaded],
    ) -> Styles:
        given, computed = vars(made)["_cascaded_styles"], vars(made)["_computed_styles"]
        for pseudo, style in cascaded.items():
            given[element, pseudo] = style
            parent = element if pseudo else above
            self._compute(made, element, parent, html.etree_element, pseudo, html.base_url, None)
        given.clear()
        return {pseudo: computed[element, pseudo] for pseudo in cascaded}

    def _page_style(
        self, made: StyleFor, page: object, *, parent: object, pseudo_type: str | None = None,
        **how: object,
    ) -> None:  # fmt: skip
        """Set the style of a kind of page, or of a box in its margin."""
        cascaded: Cascaded = vars(made)["_cascaded_styles"].get((page, pseudo_type), {})
        computed: dict[object, Style] = vars(made)["_computed_styles"]
        above = computed[parent, None]
        key = (
            id(above), pseudo_type,
            *[(name, id(value), str(weight)) for name, (value, weight) in cascaded.items()],
        )  # fmt: skip
        if key not in self._pages:
            self._compute(made, page, parent, pseudo_type=pseudo_type, **how)
            self._pages[key] = (computed[page, pseudo_type], above)
        computed[page, pseudo_type], _ = self._pages[key]


def _place(wrapper: Wrapper, element: Element) -> tuple[object, ...]:
    before = wrapper.previous.etree_element if wrapper.previous else None
    return (
        element.tag,
        wrapper.index,
        wrapper.index + 1 == len(wrapper.etree_siblings),
        None if before is None else (before.tag, before.get("class")),
        *[(name, value if name in _TOLD else "") for name, value in element.attrib.items()],
    )


def _cascaded(element: Element, html: Html, matched: list[_Matched]) -> dict[str | None, Cascaded]:
    """Give the properties that are said of an element and its pseudo-elements, the weightiest of each."""
    cascaded: dict[str | None, Cascaded] = {None: {}}
    for specificity, _, declarations, base_url in css.find_style_attributes(
        _Alone(element), base_url=html.base_url
    ):
        said = css.preprocess_declarations(base_url, declarations)
        _weigh(cascaded[None], said, "author", inf, specificity)
    for one in matched:
        layer = inf if one.layer is None else one.sheet.layers.index(one.layer)
        style = cascaded.setdefault(one.pseudo, {})
        _weigh(style, one.declarations, one.origin, layer, one.specificity)
    return cascaded


def _weigh(
    style: Cascaded, said: Declarations, origin: str, layer: float, specificity: object
) -> None:
    for name, value, importance in said:
        weight: Weight = (css.declaration_precedence(origin, importance), layer, specificity)
        if name not in style or style[name][1] <= weight:
            style[name] = value, weight
