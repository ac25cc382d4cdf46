"""The three tables of the marking's quality: their rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from criteria.quality.measures import Agreement, reliability_of, strength_of
from criteria.quality.reported import Officer
from figures.quality import columns
from figures.quality.columns import Heading
from figures.quality.measuring import Quality
from foundation import words
from foundation.language import Bilingual

Value: TypeAlias = str | int | float | None
TEN = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by its code, with its columns and the rows that a measured round gives."""

    code: str
    name: Bilingual
    columns: tuple[Heading, ...]
    rows: Callable[[Quality], Iterator[tuple[Value, ...]]]


def _criteria(quality: Quality) -> Iterator[tuple[Value, ...]]:
    for one in quality.measured:
        word = words.say(reliability_of(one.alpha.estimate)) if one.alpha else None
        yield (quality.names[one.code], *_numbers(one.alpha), word)


def _pairs(quality: Quality) -> Iterator[tuple[Value, ...]]:
    for one in quality.measured:
        for pair in one.pairs:
            estimate, low, high, _cases = _numbers(pair.kappa)
            yield (
                quality.names[one.code],
                quality.officers[pair.first],
                quality.officers[pair.second],
                pair.cases,
                pair.alike,
                estimate,
                low,
                high,
                words.say(strength_of(pair.kappa.estimate)) if pair.kappa else None,
            )


def _officers(quality: Quality) -> Iterator[tuple[Value, ...]]:
    for one in quality.measured:
        for officer in one.officers:
            yield (
                quality.names[one.code],
                quality.officers[officer.spread.assessor],
                *_spread(officer),
                *_above(officer),
                *_drift(officer),
            )


def _numbers(found: Agreement | None) -> tuple[Value, Value, Value, Value]:
    if found is None:
        return None, None, None, None
    return found.estimate, found.low, found.high, found.cases


def _spread(officer: Officer) -> tuple[Value, ...]:
    it, unit = officer.spread, officer.unit
    deviation = None if it.deviation is None else it.deviation / unit
    return it.marks, it.mean / unit, deviation, it.lowest / unit, it.highest / unit


def _above(officer: Officer) -> tuple[Value, ...]:
    it, unit = officer.spread.above_others, officer.unit
    if it is None:
        return None, None, None, None
    low, high = (end / unit for end in it.interval) if it.interval else (None, None)
    return it.cases, it.mean / unit, low, high


def _drift(officer: Officer) -> tuple[Value, ...]:
    """Give the change for ten cases: for one it is too small to be read."""
    it, unit = officer.drift, officer.unit
    if it is None:
        return None, None, None
    return tuple(value * TEN / unit for value in (it.each, it.low, it.high))


CRITERIA = Sheet("kriterier", Bilingual("Kriterier", "Kriterium"), columns.CRITERIA, _criteria)
PAIRS = Sheet("par", Bilingual("Par", "Par"), columns.PAIRS, _pairs)
OFFICERS = Sheet("vurderere", Bilingual("Vurderere", "Vurderarar"), columns.OFFICERS, _officers)
SHEETS = {sheet.code: sheet for sheet in (CRITERIA, PAIRS, OFFICERS)}
