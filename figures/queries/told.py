"""Columns as programs are told them: words as they are kept, moments as their day in Oslo.

A table for research has a million rows. What a column holds is decided once, where it is asked for, so that
no value goes by way of a member of an enumeration or of a moment with its time zone.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Double, String, cast, type_coerce
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from foundation import clock

_TO_THE_HOUR = len("2026-01-15 23")


class _DayInOslo(TypeEngine[date]):
    """A moment that is read as a day."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None]:
        """Give what reads it: a text in UTC on SQLite, a moment on PostgreSQL."""
        del coltype
        return _day_of_text if dialect.name == "sqlite" else _day_of_moment


def as_code(asked: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Ask for a word as it is kept, not as a member."""
    return type_coerce(asked, String())


def as_number(asked: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[float]:
    """Ask for a number with decimals as files have it."""
    return cast(asked, Double())


def as_day(asked: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[date]:
    """Ask for the day in Oslo of a moment."""
    return type_coerce(asked, _DayInOslo())


def _day_of_moment(moment: datetime | None) -> date | None:
    return None if moment is None else clock.in_oslo(moment).date()


def _day_of_text(moment: str | None) -> date | None:
    return None if moment is None else _day_at(moment[:_TO_THE_HOUR])


@lru_cache(maxsize=10_000)
def _day_at(hour: str) -> date:
    """Give the day of an hour in UTC: Oslo is whole hours ahead, so all its minutes are the same day."""
    return clock.in_oslo(datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC)).date()
