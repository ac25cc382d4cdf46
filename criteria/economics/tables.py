"""The printed tables beside the computed ones, and why a figure differs.

Each table of the draft has a reading of its own. A figure that differs from the print is explained by those
choices of the reader's that differ from the table's and move that figure: put back together, they give
the print.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from criteria.economics.model import Inputs, Introduction, Level, Line, Reading, worked_out

SILENT, ROUNDING = Decimal("0.5"), Decimal(1)
"""Millions: nearer than the first is the same figure, up to the second is rounding of the printed inputs."""


class Table(StrEnum):
    """The tables of priced effects, by their number in the draft."""

    COSTS = "4"
    BENEFITS = "5"
    TOGETHER = "8"


class Verdict(StrEnum):
    """How a computed figure stands to the printed one."""

    AGREES = "agrees"
    ROUNDED = "rounded"
    DEVIATES = "deviates"


class Reason(StrEnum):
    """The choice that makes a figure differ: named as the field of the reading."""

    RATE = "rate"
    TAX = "tax"
    DISCOUNTED_TO = "discounted_to"
    INTRODUCTION = "introduction"
    WITH_SUPPLIERS = "with_suppliers"
    TAX_BASE = "tax_base"


LINES: Mapping[Table, tuple[Line, ...]] = {
    Table.COSTS: (Line.INVESTMENT, Line.OPERATION, Line.TAX_COST, Line.COSTS),
    Table.BENEFITS: (
        Line.PROCUREMENT, Line.SUPPLIERS, Line.INTRODUCTION, Line.PURCHASING, Line.TAX_GAIN,
        Line.GRANT, Line.BENEFITS,
    ),
    Table.TOGETHER: (
        Line.INVESTMENT, Line.OPERATION, Line.TAX_COST, Line.COSTS, Line.EFFICIENCY,
        Line.SUPPLIERS, Line.PURCHASING, Line.GRANT, Line.TAX_GAIN, Line.BENEFITS, Line.NET,
    ),
}  # fmt: skip
"""The lines of each table, as printed."""
_OWN = {
    Table.COSTS: Reading(),
    Table.BENEFITS: Reading(introduction=Introduction.TABLE, with_suppliers=False),
    Table.TOGETHER: Reading(),
}

Printed = Mapping[tuple[Table, Line, Level], Decimal]
"""The figures as they stand in the draft; table 8 prints costs as negative. A dash counts as nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table for one level, as computed and as printed."""

    table: Table
    line: Line
    level: Level
    computed: Decimal
    printed: Decimal
    reasons: tuple[Reason, ...]

    @property
    def difference(self) -> Decimal:
        """What is computed beyond what is printed."""
        return self.computed - self.printed

    @property
    def verdict(self) -> Verdict:
        """How they stand to each other."""
        if abs(self.difference) < SILENT:
            return Verdict.AGREES
        return Verdict.ROUNDED if abs(self.difference) <= ROUNDING else Verdict.DEVIATES


def own_reading(table: Table) -> Reading:
    """Give the reading that a table was made with."""
    return _OWN[table]


def cells(printed: Printed, inputs: Mapping[Level, Inputs], reading: Reading) -> Iterator[Cell]:
    """Compute every cell of the printed tables under a reading, in the tables' order."""
    for table, lines in LINES.items():
        found = {level: worked_out(one, reading) for level, one in inputs.items()}
        for line in lines:
            for level in inputs:
                yield Cell(
                    table,
                    line,
                    level,
                    _signed(table, line, found[level][line]),
                    printed[table, line, level],
                    tuple(_reasons(table, line, inputs[level], reading)),
                )


def _signed(table: Table, line: Line, value: Decimal) -> Decimal:
    is_cost = line in LINES[Table.COSTS]
    return -value if table is Table.TOGETHER and is_cost else value


def _reasons(table: Table, line: Line, inputs: Inputs, reading: Reading) -> Iterator[Reason]:
    """Name the choices that move the line, of those in which the reading is not the table's own.

    A choice may move the line only beside another one: each is tried from the reading and from the table's.
    """
    own = _OWN[table]
    here, printed = worked_out(inputs, reading)[line], worked_out(inputs, own)[line]
    for field in fields(Reading):
        wanted, chosen = getattr(own, field.name), getattr(reading, field.name)
        if chosen == wanted:
            continue
        back = worked_out(inputs, replace(reading, **{field.name: wanted}))[line]
        alone = worked_out(inputs, replace(own, **{field.name: chosen}))[line]
        if back != here or alone != printed:
            yield Reason(field.name)
