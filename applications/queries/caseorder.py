"""The orders that a list of cases can stand in, and bookmarks of a place in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from applications.models import Application


class BookmarkError(ValueError):
    """The bookmark is not one that a page gave."""


@dataclass(frozen=True, slots=True)
class Order:
    """What decides the order: a key, ascending or not; cases with the same key stand by id.

    `read` reads a key as a bookmark has it, and raises ValueError. A key that no two cases share is alone.
    """

    key: ColumnElement[Any] | InstrumentedAttribute[Any]
    read: Callable[[str], Any]
    descending: bool = True
    alone: bool = False

    def by(self, *, backwards: bool) -> tuple[ColumnElement[Any], ...]:
        """Give what to order by, in the list's direction or against it."""
        down = self.descending is not backwards
        keys = (self.key,) if self.alone else (self.key, Application.id)
        return tuple(one.desc() if down else one.asc() for one in keys)

    def beside(self, bookmark: str, *, earlier: bool) -> ColumnElement[bool]:
        """Say of a case that it comes after a bookmark, or before it. Raises BookmarkError."""
        value, number = self._place(bookmark)
        above = self.descending is earlier
        key: ColumnElement[Any] = tuple_(self.key) if self.alone else tuple_(self.key, Application.id)
        place = (value,) if self.alone else (value, number)
        return key > place if above else key < place

    def _place(self, bookmark: str) -> tuple[Any, int]:
        value, _, number = bookmark.rpartition("_")
        try:
            return self.read(value), int(number)
        except (ValueError, ArithmeticError) as error:
            raise BookmarkError(bookmark) from error


def bookmark(key: object, number: int) -> str:
    """Write the bookmark of a case."""
    return f"{key.isoformat() if isinstance(key, datetime) else key}_{number}"


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


NEWEST = Order(Application.submitted_at, _moment)
OLDEST = Order(Application.submitted_at, _moment, descending=False)
NUMBER = Order(Application.case_number, str, descending=False)
MOST_ASKED = Order(Application.asked, int)
LEAST_ASKED = Order(Application.asked, int, descending=False)
