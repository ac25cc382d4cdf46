"""How far the priced net moves when one thing at a time is another. The draft left this out: it is our own.

There are choices that the draft makes in two ways, and uncertain figures, which are moved as far down
as up (inv. 268).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from criteria.economics.model import (
    DISCOUNTED_TO,
    Inputs,
    Introduction,
    Line,
    Reading,
    TaxBase,
    worked_out,
)

PART = Decimal("0.20")
"""How much an uncertain figure is moved: a fifth either way."""
POINT, TAX_POINTS = Decimal("0.01"), Decimal("0.05")

LEAST = Decimal("0.05")
"""Millions: what moves the net by less is shown as no move."""


class Factor(StrEnum):
    """What is moved."""

    DISCOUNTED_TO = "discounted_to"
    INTRODUCTION = "introduction"
    WITH_SUPPLIERS = "with_suppliers"
    TAX_BASE = "tax_base"
    RATE = "rate"
    TAX = "tax"
    GRANT = "grant"
    OPERATION = "operation"
    EFFICIENCY = "efficiency"
    SUPPLIERS = "suppliers"
    PURCHASING = "purchasing"


@dataclass(frozen=True, slots=True)
class Swing:
    """The net, in millions, at the one end and at the other, the lower first."""

    factor: Factor
    lower: Decimal
    upper: Decimal

    @property
    def width(self) -> Decimal:
        """How far apart the ends are."""
        return self.upper - self.lower


def swings(inputs: Inputs, reading: Reading) -> list[Swing]:
    """Move one thing at a time, and give those that move the net, the widest swing first."""
    found = (_swing(factor, ends) for factor, ends in _ends(inputs, reading))
    return sorted(
        (one for one in found if one.width >= LEAST), key=lambda one: (-one.width, one.factor)
    )


def _swing(factor: Factor, ends: tuple[tuple[Inputs, Reading], ...]) -> Swing:
    nets = sorted(worked_out(inputs, reading)[Line.NET] for inputs, reading in ends)
    return Swing(factor, nets[0], nets[-1])


def _ends(
    inputs: Inputs, reading: Reading
) -> Iterator[tuple[Factor, tuple[tuple[Inputs, Reading], ...]]]:
    choices = {
        Factor.DISCOUNTED_TO: tuple(replace(reading, discounted_to=one) for one in DISCOUNTED_TO),
        Factor.INTRODUCTION: tuple(replace(reading, introduction=one) for one in Introduction),
        Factor.WITH_SUPPLIERS: tuple(replace(reading, with_suppliers=one) for one in (False, True)),
        Factor.TAX_BASE: tuple(replace(reading, tax_base=one) for one in TaxBase),
        Factor.RATE: tuple(replace(reading, rate=reading.rate + one) for one in (-POINT, POINT)),
        Factor.TAX: tuple(
            replace(reading, tax=reading.tax + one) for one in (-TAX_POINTS, TAX_POINTS)
        ),
    }
    for factor, readings in choices.items():
        yield factor, tuple((inputs, one) for one in readings)
    figures = {
        Factor.GRANT: ("grant", "network"),
        Factor.OPERATION: ("operation",),
        Factor.EFFICIENCY: ("procurement", "introduction", "introduction_in_table"),
        Factor.SUPPLIERS: ("suppliers",),
        Factor.PURCHASING: ("purchasing",),
    }
    for factor, names in figures.items():
        yield factor, tuple((_moved(inputs, names, by), reading) for by in (1 - PART, 1 + PART))


def _moved(inputs: Inputs, names: tuple[str, ...], by: Decimal) -> Inputs:
    return replace(inputs, **{name: getattr(inputs, name) * by for name in names})
