"""Dates that later rooms put in the calendar: it shows them without knowing what they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement

from applications.models import Application
from decisions.agenda.dates import Due

Gather = Callable[[ColumnElement[bool], date], Iterator[Due]]
"""Gives the dates of the cases that a condition on `Application` chooses, seen from a day in Oslo."""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of date from another room. `in_office`: the office has something to do by it too."""

    gather: Gather
    in_office: bool


_SOURCES: dict[str, Source] = {}


def register(name: str, gather: Gather, *, in_office: bool) -> None:
    """Add dates to the calendar; the same name twice is one source."""
    _SOURCES[name] = Source(gather, in_office)


def from_later_rooms(which: ColumnElement[bool], today: date, *, office: bool) -> Iterator[Due]:
    """Gather what later rooms know of some cases, for the office or for those who take part."""
    for source in _SOURCES.values():
        if source.in_office or not office:
            yield from source.gather(which, today)


def due_in(application: Application, kind: StrEnum, on: date, *, owed: bool) -> Due:
    """Put a date in a case."""
    number = application.case_number or ""
    return Due(on, kind, number, application.id, application.title, owed)
