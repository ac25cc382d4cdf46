"""How a value is written: for people in a sheet, and for programs.

Files are written a column of a batch at a time: what a column holds is asked once for all its cells.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from operator import itemgetter
from types import NoneType
from typing import Any, TypeAlias, TypeVar, cast

from flask_babel import gettext

from figures.catalogue import Column, Kind
from figures.queries.rows import Cell
from foundation import clock, words
from foundation.money import ORE_PER_KRONE

T = TypeVar("T")
Plain: TypeAlias = str | int | float | None
"""What JSON and CSV have words for."""
_SIGNS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian type."""
_BREAKS = frozenset("\t\r\n")
_FIRST: Callable[[Any], str] = itemgetter(0)
_number: Callable[[Any], float] = float
_TEXT: frozenset[type] = frozenset({str})
_NEVER: frozenset[type] = frozenset()
_PLAIN: dict[Kind, frozenset[type]] = {
    Kind.WHOLE: frozenset({int}),
    Kind.MONEY: frozenset({int}),
    Kind.DECIMAL: frozenset({float}),
    Kind.SHARE: frozenset({float}),
    Kind.DATE: _NEVER,
    Kind.MOMENT: _NEVER,
    Kind.YES_NO: frozenset({bool}),
}
"""The types that programs take as they are, by the kind of column; else texts."""
_TO_THE_SECOND = len("2026-01-15 23:59:59")
_AS_THEY_ARE = ({str}, {int}, {date}, set[type]())
"""The types of a column that a sheet takes as it is; the last has no values."""


def harmless(text: str) -> str:
    """Give a text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    begins_formula = text.lstrip()[:1] in _SIGNS and text.strip()
    return f"'{text}" if begins_formula or text[:1] in _BREAKS else text


def column_for_people(cells: Sequence[Cell], column: Column) -> Sequence[Cell]:
    """Write a column of a file that people open in a spreadsheet: Norwegian numbers, Oslo time."""
    if column.kind is Kind.MONEY:
        return [in_kroner(one) for one in cells]
    kinds = _kinds(cells)
    if kinds == {str}:
        return all_harmless(cells)
    if kinds == {datetime}:
        return [_by_the_clock(one) for one in cells]
    if kinds == {int}:
        return cells  # csv writes them as they are said
    return _each_once(cells, {one: harmless(said(one)) for one in set(cells)})


def column_for_sheets(cells: Sequence[Cell], column: Column) -> Sequence[Cell | float]:
    """Give a column as a sheet holds it: kroner, moments as clocks in Oslo show them, members in words."""
    if column.kind is Kind.MONEY:
        return [None if one is None else kroner_of(one) for one in cells]
    kinds = _kinds(cells)
    if kinds in _AS_THEY_ARE:
        return cells
    if kinds == {datetime}:
        return [_naive(one) for one in cells]
    return _each_once(cells, {one: None if one is None else said(one) for one in set(cells)})


def all_harmless(texts: Sequence[T]) -> Sequence[T | str]:
    """Give texts that no spreadsheet runs; where nothing is suspect they are given as they are."""
    firsts = set(map(_FIRST, filter(None, texts)))  # a formula begins with a sign, or with spaces before it
    if firsts.isdisjoint(_SIGNS) and not any(map(str.isspace, firsts)):
        return texts
    return [harmless(one) if isinstance(one, str) else one for one in texts]


def said(value: Cell) -> str:
    """Say a value in words: a member by what it is called, yes and no, a text as it is."""
    if isinstance(value, bool):
        return str(gettext("Ja") if value else gettext("Nei"))
    if isinstance(value, StrEnum):
        return words.say(value)
    return "" if value is None else str(value)


def in_kroner(value: Cell) -> str:
    """Write øre as kroner with a comma and two decimals: `1234567,50`. Exact, whatever the amount."""
    if value is None:
        return ""
    ore = _ore(value)
    whole, rest = divmod(abs(ore), ORE_PER_KRONE)
    return f"{'-' if ore < 0 else ''}{whole},{rest:02d}"


def kroner_of(value: Cell) -> float:
    """Give øre as the nearest number of kroner that a spreadsheet knows; it has no exact ones."""
    return _ore(value) / ORE_PER_KRONE


def column_for_programs(cells: Sequence[Cell], column: Column) -> Sequence[Plain]:
    """Give a column as JSON has it: whole øre, ISO dates, moments in UTC, members by their value."""
    kind = column.kind
    if _kinds(cells) <= _PLAIN.get(kind, _TEXT):
        return cast("Sequence[Plain]", cells)
    match kind:
        case Kind.WHOLE | Kind.MONEY:
            return [None if one is None else _ore(one) for one in cells]
        case Kind.DECIMAL | Kind.SHARE:
            return [None if one is None else _number(one) for one in cells]
        case Kind.MOMENT:
            return [
                one.isoformat(timespec="seconds") if isinstance(one, datetime) else None
                for one in cells
            ]
        case Kind.YES_NO:
            return [None if one is None else bool(one) for one in cells]
        case _:  # days and words come again and again
            told = {one: None if one is None else str(one) for one in set(cells)}
            return [told[one] for one in cells]


def plain_column(cells: Sequence[Plain], column: Column) -> Sequence[Plain]:
    """Give a column of a file that programs read: true and false, and texts that no spreadsheet runs."""
    match column.kind:
        case Kind.TEXT | Kind.CODE:
            return all_harmless(cells)
        case Kind.YES_NO:
            return [None if one is None else str(one).lower() for one in cells]
        case _:
            return cells  # numbers and days begin with a digit or are less than nothing


def _kinds(cells: Iterable[Cell]) -> set[type]:
    return set(map(type, cells)) - {NoneType}


def _each_once(cells: Sequence[Cell], told: dict[Cell, str] | dict[Cell, str | None]) -> list[Cell]:
    return [told[one] for one in cells]


def _ore(value: Cell) -> int:
    """Read øre; a sum that the database made may be a decimal number without decimals."""
    return value if isinstance(value, int) else int(str(value))


def _naive(moment: Cell) -> datetime | None:
    return clock.in_oslo(moment).replace(tzinfo=None) if isinstance(moment, datetime) else None


def _by_the_clock(moment: Cell) -> str:
    """Write a moment as clocks in Oslo show it, to the second."""
    if not isinstance(moment, datetime):
        return ""
    return clock.in_oslo(moment).isoformat(" ", "seconds")[:_TO_THE_SECOND]
