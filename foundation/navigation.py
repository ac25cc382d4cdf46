"""The main navigation: each room adds its pages, the frame shows those that the visitor may open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from flask import request, url_for
from flask_babel import LazyString

from foundation import visitor


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry: where it leads, what it says, who sees it (None: everybody), where it stands.

    What is `seldom` asked for gives way to the others where they do not all fit in a line.
    """

    endpoint: str
    label: LazyString
    permission: StrEnum | None
    order: int
    seldom: bool = False


ROOM_IN_A_LINE = 130
"""Letters, on a desk's screen; between two entries there is room for two more."""
_BETWEEN, _FOR_MORE = 2, 8


class NavLink(NamedTuple):
    """An entry as the page draws it, in its language. `current` is a value of aria-current, or None."""

    label: str
    href: str
    current: str | None
    seldom: bool


class Menu(NamedTuple):
    """The entries that stand in a line, and those that are shown when somebody asks for more."""

    line: list[NavLink]
    more: list[NavLink]


_ITEMS: dict[str, NavItem] = {}


def register_navigation(item: NavItem) -> None:
    """Add an entry; the same endpoint twice is one entry."""
    _ITEMS[item.endpoint] = item


def navigation() -> list[NavLink]:
    """Give the entries that the visitor may open, in order, and mark where the page belongs.

    Whoever has more of their own than fit in a line finds what is open to all at the foot of the page.
    """
    crowded = is_crowded()
    return links_of(item for item in _ITEMS.values() if item.permission is not None or not crowded)


def menu() -> Menu:
    """Give the visitor's entries as the head of the page shows them: one line, and the rest behind «more».

    Where one is, always stands in the line.
    """
    links = navigation()
    if room_for(one.label for one in links) <= ROOM_IN_A_LINE:
        return Menu(links, [])
    wanted = sorted(links, key=lambda one: (one.current is None, one.seldom))
    while room_for(one.label for one in wanted) > ROOM_IN_A_LINE - _FOR_MORE:
        wanted.pop()
    line = [one for one in links if one in wanted]
    return Menu(line, [one for one in links if one not in line])


def at_the_foot() -> list[NavLink]:
    """Give the entries that had no room in the visitor's menu."""
    return links_of(item for item in _ITEMS.values() if item.permission is None) if is_crowded() else []


def is_crowded() -> bool:
    """Tell whether the visitor's own entries, and what all often ask for, are more than fits in a line."""
    wanted = (item for item in _ITEMS.values() if item.permission is not None or not item.seldom)
    return room_for(one.label for one in wanted if visitor.may(one.permission)) > ROOM_IN_A_LINE


def room_for(labels: Iterable[object]) -> int:
    """Tell how much of a line entries take, in letters."""
    return sum(len(str(label)) + _BETWEEN for label in labels)


def links_of(items: Iterable[NavItem]) -> list[NavLink]:
    """Give the links of some entries: those that the visitor may open, in order."""
    ordered = sorted(items, key=lambda item: (item.order, item.endpoint))
    links = [(item, url_for(item.endpoint)) for item in ordered if visitor.may(item.permission)]
    home = _nearest([href for _, href in links])
    return [NavLink(str(item.label), href, _mark(href, home), item.seldom) for item, href in links]


def _nearest(addresses: list[str]) -> str | None:
    """Find the entry whose pages this one is among: the longest address that begins its path."""
    within = [
        href
        for href in addresses
        if request.path == href or (href != "/" and request.path.startswith(f"{href.rstrip('/')}/"))
    ]
    return max(within, key=len, default=None)


def _mark(href: str, home: str | None) -> str | None:
    if href != home:
        return None
    return "page" if href == request.path else "true"
