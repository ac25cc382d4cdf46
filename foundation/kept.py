"""Rows read once and kept by a stamp that is different as soon as they are.

The rows are cut loose from the database: they can be read by many pages at once, never written. Each process
keeps its own. Who may read is asked before, not here.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, cast

from flask import Flask, current_app
from jinja2.utils import LRUCache

Found = TypeVar("Found")
_EXTENSION = "tilsagn.kept"


class Kept(Generic[Found]):
    """So many readings of one kind; those longest unused go first."""

    def __init__(self, name: str, room: int) -> None:
        """Begin with nothing kept."""
        self._name = name
        self._room = room

    def by(self, stamp: Hashable, read: Callable[[], Found]) -> Found:
        """Give what was read at a stamp; when nothing was, read it in a session of its own."""
        shelf = self._shelf()
        found: Found | None = shelf.get(stamp)
        if found is None:
            with current_app.app_context():  # its session lets go of the rows when it ends
                found = shelf[stamp] = read()
        return found

    def made(self, stamp: Hashable, make: Callable[[], Found]) -> Found:
        """Give what was made at a stamp; when nothing was, make it here. For what holds no rows."""
        shelf = self._shelf()
        found: Found | None = shelf.get(stamp)
        if found is None:
            found = shelf[stamp] = make()
        return found

    def _shelf(self) -> LRUCache:
        return shelf(current_app, self._name, self._room)


def shelf(app: Flask, name: str, room: int) -> LRUCache:
    """Give the place where an app keeps so many things of one kind."""
    shelves = app.extensions.setdefault(_EXTENSION, {})
    if name not in shelves:
        shelves.setdefault(name, LRUCache(room))
    return cast("LRUCache", shelves[name])


def forget(app: Flask) -> None:
    """Forget all that an app keeps: its database is another one."""
    app.extensions.pop(_EXTENSION, None)
