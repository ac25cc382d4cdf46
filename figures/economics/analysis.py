"""Everything the page and the file show of one reading, put together from the rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from criteria.economics import (
    BreakEven,
    Cell,
    Level,
    Line,
    Reading,
    RealisedYear,
    Reason,
    SpentYear,
    Swing,
    Table,
    Verdict,
    break_even,
    cells,
    ranking,
    realised,
    spent,
    swings,
    worked_out,
)
from figures.economics.draft import Draft

Spending = tuple[Mapping[int, Decimal], Mapping[int, Decimal]]
"""Setting up, and running."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its cells, one for each level."""

    line: Line
    cells: tuple[Cell, ...]

    @property
    def is_sum(self) -> bool:
        """Tell whether the line is made of the others."""
        return self.line in {Line.COSTS, Line.BENEFITS, Line.NET}

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why figures of the line differ from the print, each reason once."""
        return tuple(one for one in Reason if any(one in cell.reasons for cell in self.cells))

    @property
    def is_rounded(self) -> bool:
        """Tell whether a figure differs by no more than rounding."""
        return any(cell.verdict is Verdict.ROUNDED for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One reading, worked out."""

    tables: Mapping[Table, tuple[Row, ...]]
    ranking: tuple[int, ...]
    even: tuple[BreakEven, ...]
    swings: tuple[Swing, ...]
    net: Decimal
    years: tuple[RealisedYear, ...]
    costs: tuple[SpentYear, ...]

    @property
    def paid(self) -> Decimal:
        """What is paid in all, in each year's own kroner."""
        return sum((one.paid for one in self.years), start=Decimal(0))

    @property
    def present(self) -> Decimal:
        """What is paid in all, as present value."""
        return sum((one.present for one in self.years), start=Decimal(0))

    @property
    def tax_cost(self) -> Decimal:
        """What it costs in taxes."""
        return sum((one.tax_cost for one in self.years), start=Decimal(0))

    @property
    def planned(self) -> tuple[Decimal, ...]:
        """What each level planned to pay, as present value."""
        return tuple(
            sum((one.planned_present[level] for one in self.years), start=Decimal(0))
            for level in Level
        )


def analysed(
    draft: Draft,
    reading: Reading,
    *,
    level: Level,
    municipalities: int,
    paid: Mapping[int, Decimal],
    costs: Spending = ({}, {}),
) -> Analysis:
    """Work a reading out; the sensitivity is of one level. `paid` is in millions by year.

    `costs`: what setting up and running the scheme has cost, in millions by year.
    """
    worths = {
        one: tuple(effect.worths[place] for effect in draft.effects)
        for place, one in enumerate(Level)
    }
    ranks = ranking(worths)
    return Analysis(
        tables=dict(_tables(cells(draft.printed, draft.inputs, reading))),
        ranking=tuple(ranks[one] for one in Level),
        even=tuple(
            break_even(one, reading, municipalities=municipalities) for one in draft.inputs.values()
        ),
        swings=tuple(swings(draft.inputs[level], reading)),
        net=worked_out(draft.inputs[level], reading)[Line.NET],
        years=tuple(realised(paid, draft.inputs, reading)),
        costs=tuple(spent(*costs, reading)),
    )


def _tables(found: Iterator[Cell]) -> Iterator[tuple[Table, tuple[Row, ...]]]:
    for table, of_table in groupby(found, key=attrgetter("table")):
        rows = groupby(of_table, key=attrgetter("line"))
        yield table, tuple(Row(line, tuple(of_line)) for line, of_line in rows)
