"""Panels that later rooms show on the applicant's page of a case, such as its decision and its letters.

A room registers a panel where its pages are; this room shows it without knowing what it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accounts.models import Person
from applications.models import Application


@dataclass(frozen=True, slots=True)
class Content:
    """What a panel shows: a template without a frame, which finds `context` under the name `panel`."""

    template: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page. `load` gives what a person may see of the case, None for nothing."""

    name: str
    order: int
    load: Callable[[Application, Person], Content | None]


_PANELS: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel to the applicant's page of a case; the same name twice is one panel."""
    _PANELS[panel.name] = panel


def panels_of(application: Application, person: Person) -> list[Content]:
    """Load the panels of a case that the person's organisation takes part in, in order."""
    ordered = sorted(_PANELS.values(), key=lambda one: (one.order, one.name))
    loaded = [panel.load(application, person) for panel in ordered]
    return [content for content in loaded if content is not None]
