"""The budget as its page shows it: every part with its rows, added up as it was typed, and what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from applications.budget_rules import BudgetRule, budget_rules
from applications.contents import BudgetCell, cells_of
from applications.facts import project_years
from applications.forms.budget import BudgetForm, Place, budget_form
from applications.models import Application, Partner, PartnerRole
from criteria import budget
from criteria.budget import BudgetProblem, Line, Source
from foundation.money import Ore
from grants.models import Activity


class Cell(NamedTuple):
    """One amount; `field` is None where the reader may not fill it in. `problems`: wrong with any amount."""

    year: int
    field: Any
    amount: Ore
    problems: tuple[BudgetProblem, ...]


class Row(NamedTuple):
    """What one source pays for one activity."""

    source: Source
    cells: tuple[Cell, ...]
    total: Ore


class Block(NamedTuple):
    """An activity with the sources that may pay for it."""

    activity: Activity
    rows: tuple[Row, ...]


class Part(NamedTuple):
    """One partner's part."""

    partner: Partner
    mine: bool
    blocks: tuple[Block, ...]
    asked: Ore
    total: Ore


class Sums(NamedTuple):
    """What is paid year by year: by one source, or by all where the source is None."""

    source: Source | None
    amounts: tuple[Ore, ...]
    total: Ore


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole page. `own_share` is percent of the total; `outside` are years the project has not.

    `elsewhere` are the amounts of parts that the page does not show, for scripts that add them up.
    """

    years: tuple[int, ...]
    outside: frozenset[int]
    parts: tuple[Part, ...]
    sums: tuple[Sums, ...]
    own_share: Decimal
    rules: tuple[BudgetRule, ...]
    wrong: int
    elsewhere: tuple[dict[str, str | int], ...]

    @property
    def supports_something(self) -> bool:
        """Tell whether there is any row that the grant may pay."""
        return any(block.activity.supported for part in self.parts for block in part.blocks)


def budget_grid(application: Application, form: BudgetForm, shown: Iterable[Partner]) -> Grid:
    """Lay out the parts of `shown`; sums and rules are of the whole budget, with what was typed in it."""
    lines = _lines(application, form)
    years = tuple(sorted({*form.years, *(line.year for line in lines)}))
    outside = frozenset(years) - frozenset(project_years(application))
    members = list(shown)
    parts = tuple(_part(application, form, one, years, outside) for one in members)
    return Grid(
        years=years,
        outside=outside,
        parts=parts,
        sums=(*(_sums(lines, years, source) for source in Source), _sums(lines, years, None)),
        own_share=budget.own_share(lines),
        rules=tuple(budget_rules(application, lines)),
        wrong=sum(bool(cell.amount and cell.problems) for cell in _cells(parts)),
        elsewhere=tuple(_elsewhere(application, members)),
    )


def _elsewhere(
    application: Application, shown: list[Partner]
) -> Iterator[dict[str, str | int]]:
    there = {one.id for one in shown}
    names = {one.id: one.organisation.name for one in application.partners}
    for cell in cells_of(application):
        if cell.partner_id not in there:
            yield {
                "partner": str(cell.partner_id),
                "name": names[cell.partner_id],
                "source": cell.source.value,
                "year": str(cell.year),
                "amount": cell.amount,
            }


def _part(
    application: Application,
    form: BudgetForm,
    partner: Partner,
    years: tuple[int, ...],
    outside: frozenset[int],
) -> Part:
    mine = partner.id in form.partner_ids
    source = form if mine else budget_form(application, [partner])
    own = [place for place in source.places if place.partner.id == partner.id]
    blocks = tuple(
        Block(activity, tuple(_row(source, one, years, outside, mine=mine) for one in places))
        for activity, places in groupby(own, key=lambda place: place.activity)
    )
    rows = [row for block in blocks for row in block.rows]
    asked = Ore(sum(row.total for row in rows if row.source is Source.GRANT))
    return Part(partner, mine, blocks, asked, Ore(sum(row.total for row in rows)))


def _row(
    form: BudgetForm, place: Place, years: tuple[int, ...], outside: frozenset[int], *, mine: bool
) -> Row:
    observes = place.partner.role is PartnerRole.OBSERVER
    cells = []
    for year in years:
        problems = [BudgetProblem.YEAR_OUTSIDE_PERIOD] if year in outside else []
        problems += [BudgetProblem.NOT_PARTNER] if observes else []
        there = place.name(year) in form
        amount = form.amount(place, year) if there else Ore(0)
        field = form[place.name(year)] if mine and there else None
        cells.append(Cell(year, field, amount, tuple(problems)))
    return Row(place.source, tuple(cells), Ore(sum(cell.amount for cell in cells)))


def _cells(parts: Iterable[Part]) -> Iterable[Cell]:
    return (
        cell for part in parts for block in part.blocks for row in block.rows for cell in row.cells
    )


def _lines(application: Application, form: BudgetForm) -> tuple[Line, ...]:
    """Give the whole budget: what was typed in the form's parts, what is stored in the others."""
    activities = {one.id: one for one in application.call.activities}
    others = [cell for cell in cells_of(application) if cell.partner_id not in form.partner_ids]
    return tuple(
        _line(cell, activities[cell.activity_id]) for cell in (*form.cells, *others) if cell.amount
    )


def _line(cell: BudgetCell, activity: Activity) -> Line:
    return Line(
        cell.year, cell.partner_id, activity.code, cell.source, cell.amount, activity.supported
    )


def _sums(lines: tuple[Line, ...], years: tuple[int, ...], source: Source | None) -> Sums:
    own = [line for line in lines if source in (None, line.source)]
    amounts = tuple(Ore(sum(line.amount for line in own if line.year == year)) for year in years)
    return Sums(source, amounts, Ore(sum(amounts)))


