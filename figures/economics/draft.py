"""The draft's own figures, read from the sheet that lies beside this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from criteria.economics import Inputs, Level, Line, Printed, Table, Worth
from foundation.language import Bilingual
from grants.catalogue.reader import Node, read

_SHEET = Path(__file__).with_name("draft.yaml")
_PERCENT, _TENTHS = 100, 10


@dataclass(frozen=True, slots=True)
class Stated:
    """An input as the draft states it: one figure for each level, and where in the draft."""

    name: str
    where: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect without a price, and what it is worth on each level."""

    name: Bilingual
    worths: tuple[Worth, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the draft says in two ways, and what hangs on it."""

    where: str
    says: Bilingual
    other: Bilingual
    effect: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that is taken from the draft."""

    stated: tuple[Stated, ...]
    inputs: Mapping[Level, Inputs]
    printed: Printed
    effects: tuple[Effect, ...]
    unpriced_ranking: tuple[int, ...]
    whole_ranking: tuple[int, ...]
    million_a_year: Decimal
    kroner_a_municipality: int
    benefit_of_a_krone: tuple[Decimal, ...]
    contradictions: tuple[Contradiction, ...]


@cache
def the_draft() -> Draft:
    """Read the sheet. Raises SheetError when it is not whole."""
    sheet = read(_SHEET)
    stated = tuple(_stated(sheet.at("inputs"), name) for name in _names())
    even, rankings = sheet.at("break_even"), sheet.at("rankings")
    return Draft(
        stated=stated,
        inputs={level: _inputs(stated, place) for place, level in enumerate(Level)},
        printed=_printed(sheet.at("tables")),
        effects=tuple(_effect(one) for one in sheet.each("unpriced")),
        unpriced_ranking=_whole(rankings, "unpriced"),
        whole_ranking=_whole(rankings, "together"),
        million_a_year=Decimal(even.number("million_a_year_in_tenths")) / _TENTHS,
        kroner_a_municipality=even.number("kroner_a_municipality"),
        benefit_of_a_krone=tuple(
            Decimal(one) / _TENTHS for one in _whole(even, "benefit_of_a_krone_in_tenths")
        ),
        contradictions=tuple(_contradiction(one) for one in sheet.each("contradictions")),
    )


def _names() -> tuple[str, ...]:
    return (
        "grant", "network", "investment", "operation", "procurement", "introduction",
        "introduction_in_table", "suppliers", "purchasing", "share_percent",
    )  # fmt: skip


def _stated(inputs: Node, name: str) -> Stated:
    one = inputs.at(name)
    one.only("where", "levels")
    return Stated(name, one.text("where"), _whole(one, "levels"))


def _inputs(stated: tuple[Stated, ...], place: int) -> Inputs:
    of_level = {one.name: Decimal(one.figures[place]) for one in stated}
    share = of_level.pop("share_percent") / _PERCENT
    return Inputs(**of_level, share=share)


def _printed(tables: Node) -> Printed:
    tables.only(*Table)
    return {
        (table, line, level): Decimal(figure)
        for table in Table
        for line, figures in _lines(tables.at(table))
        for level, figure in zip(Level, figures, strict=True)
    }


def _lines(table: Node) -> list[tuple[Line, tuple[int, ...]]]:
    return [(line, _whole(table, line)) for line in Line if table.has(line)]


def _whole(node: Node, key: str) -> tuple[int, ...]:
    """Give a list of whole numbers, one for each level."""
    figures = node.at(key).value
    if not isinstance(figures, list) or len(figures) != len(Level):
        raise node.at(key).wrong("is not one figure for each level")
    if not all(type(one) is int for one in figures):
        raise node.at(key).wrong("holds what is not a whole number")
    return tuple(figures)


def _effect(node: Node) -> Effect:
    node.only("name", "levels")
    return Effect(node.both("name"), tuple(Worth(one) for one in node.texts("levels")))


def _contradiction(node: Node) -> Contradiction:
    node.only("where", "says", "other", "effect")
    return Contradiction(
        node.text("where"), node.both("says"), node.both("other"), node.both("effect")
    )
