"""Panels that later rooms show on the case page, so that everything about a case stands on one page.

A room registers a panel where its pages are; this room shows it without knowing what it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import LazyString

from accounts.models import Person
from accounts.permissions import Permission, allows


@dataclass(frozen=True, slots=True)
class Content:
    """What a panel shows: a template without a frame, which finds `context` under the name `panel`."""

    template: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the case page. `load` takes the application's id and gives None for nothing to show.

    `anchor` is the id of the section in the page; `order` places it among the other panels.
    """

    anchor: str
    title: LazyString
    permission: Permission
    order: int
    load: Callable[[int], Content | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel with what it shows of a case."""

    anchor: str
    title: LazyString
    content: Content


_PANELS: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel to the case page; the same anchor twice is one panel."""
    _PANELS[panel.anchor] = panel


def panels_of(application_id: int, person: Person) -> list[Shown]:
    """Load the panels that a person may see of a case that is open to the person, in order."""
    allowed = [one for one in _PANELS.values() if allows(person, one.permission)]
    loaded = [
        (panel, panel.load(application_id))
        for panel in sorted(allowed, key=lambda one: (one.order, one.anchor))
    ]
    return [
        Shown(panel.anchor, panel.title, content)
        for panel, content in loaded
        if content is not None
    ]
