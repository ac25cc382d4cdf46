"""How a value is written: for people in a sheet, and for programs."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from flask_babel import gettext

from figures.catalogue import Column, Kind
from figures.queries.rows import Cell
from foundation import clock, words
from foundation.money import ORE_PER_KRONE

_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian type."""
_BREAKS = frozenset("\t\r\n")


def harmless(text: str) -> str:
    """Give a text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    begins_formula = text.lstrip()[:1] in _SIGNS and text.strip()
    return f"'{text}" if begins_formula or text[:1] in _BREAKS else text


def for_people(value: Cell, column: Column) -> str:
    """Write a cell of a file that people open in a spreadsheet: Norwegian numbers, Oslo time."""
    if value is None:
        return ""
    if column.kind is Kind.MONEY:
        return in_kroner(value)
    if isinstance(value, datetime):
        return f"{clock.in_oslo(value):%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return harmless(said(value))


def said(value: Cell) -> str:
    """Say a value in words: a member by what it is called, yes and no, a text as it is."""
    if isinstance(value, bool):
        return str(gettext("Ja") if value else gettext("Nei"))
    if isinstance(value, StrEnum):
        return words.say(value)
    return "" if value is None else str(value)


def in_kroner(value: Cell) -> str:
    """Write øre as kroner with a comma and two decimals: `1234567,50`. Exact, whatever the amount."""
    ore = int(str(value))
    whole, rest = divmod(abs(ore), ORE_PER_KRONE)
    return f"{'-' if ore < 0 else ''}{whole},{rest:02d}"


def kroner_of(value: Cell) -> Decimal:
    """Give øre as kroner, exactly."""
    return Decimal(int(str(value))) / ORE_PER_KRONE


def for_programs(value: Cell) -> str | int | None:
    """Give a value as JSON has it: whole øre, ISO dates, moments in UTC, members by their value."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value
