"""One partner's part of the budget as a grid: activity and source down, year across."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from applications.contents import BudgetCell, cells_of, seal_cells
from applications.facts import project_years
from applications.forms.parts import MayWait, SectionForm
from applications.models import Application, Partner
from criteria.budget import Source
from foundation import words
from foundation.fields import MoneyField
from foundation.money import NOTHING, Ore
from foundation.showing import show_text
from grants.models import Activity


class Row(NamedTuple):
    """What one source pays for an activity: a field for each year."""

    source: Source
    fields: list[Any]

    @property
    def total(self) -> Ore:
        """Add the row up, as it was typed."""
        return Ore(sum(field.data or 0 for field in self.fields))


class Sum(NamedTuple):
    """What one source pays for all activities, year by year."""

    source: Source
    amounts: list[Ore]
    total: Ore


class Block(NamedTuple):
    """An activity with the sources that may pay for it."""

    activity: Activity
    rows: list[Row]


class PartnerBudgetForm(SectionForm):
    """A field for each cell; `budget_form` adds them."""

    partner_id = 0
    years: tuple[int, ...] = ()
    activities: tuple[Activity, ...] = ()

    @property
    def blocks(self) -> list[Block]:
        """Give the grid, activity by activity."""
        return [
            Block(
                one,
                [
                    Row(source, [self[cell_name(year, one.id, source)] for year in self.years])
                    for source in sources_of(one)
                ],
            )
            for one in self.activities
        ]

    @property
    def has_unsupported(self) -> bool:
        """Tell whether anything is budgeted that the grant does not cover, or typed wrong there."""
        rows = [row for one in self.blocks if not one.activity.supported for row in one.rows]
        return any(field.data or field.errors for row in rows for field in row.fields)

    @property
    def sums(self) -> list[Sum]:
        """Add the grid up by source and year, as it was typed."""
        cells = self.cells()
        return [
            Sum(
                source,
                [
                    Ore(sum(one.amount for one in cells if (one.source, one.year) == (source, year)))
                    for year in self.years
                ],
                Ore(sum(one.amount for one in cells if one.source is source)),
            )
            for source in Source
        ]

    def cells(self) -> list[BudgetCell]:
        """Give every cell as it was typed; an empty one is nothing."""
        return [
            BudgetCell(
                year,
                self.partner_id,
                activity.id,
                source,
                self[cell_name(year, activity.id, source)].data or NOTHING,
            )
            for year, activity, source in _places(self.years, self.activities)
        ]


def budget_form(
    application: Application, partner: Partner, **given: object
) -> PartnerBudgetForm:
    """Show a partner's part as it stands, or as it was typed.

    The years are those of the project, and any other that holds an amount; the activities those that
    are chosen, and those that only the partners themselves can pay for.
    """
    cells = cells_of(application, partner.id)
    years = tuple(sorted({*project_years(application), *(cell.year for cell in cells)}))
    activities = tuple(offered_activities(application))
    fields: dict[str, object] = {
        "partner_id": partner.id, "years": years, "activities": activities,
    }  # fmt: skip
    for year, activity, source in _places(years, activities):
        fields[cell_name(year, activity.id, source)] = MoneyField(
            _cell_label(year, activity, source), [MayWait()]
        )
    data: dict[str, object] = {
        cell_name(cell.year, cell.activity_id, cell.source): cell.amount for cell in cells
    }
    form_class = type("GridForm", (PartnerBudgetForm,), fields)
    form: PartnerBudgetForm = form_class(data={**data, "seen": seal_cells(cells)}, **given)
    return form


def offered_activities(application: Application) -> list[Activity]:
    """Give the activities that a budget may hold: the chosen ones, then those without support."""
    chosen = {one.activity_id for one in application.chosen_activities}
    calls = application.call.activities
    return [
        *(one for one in calls if one.supported and one.id in chosen),
        *(one for one in calls if not one.supported),
    ]


def sources_of(activity: Activity) -> list[Source]:
    """Give who may pay for an activity: the grant only where the call supports it (inv. 89–91)."""
    return [source for source in Source if activity.supported or source is not Source.GRANT]


def cell_name(year: int, activity_id: int, source: Source) -> str:
    """Give the name and id of a cell's field."""
    return f"c-{year}-{activity_id}-{source.value}"


def _places(
    years: tuple[int, ...], activities: tuple[Activity, ...]
) -> Iterator[tuple[int, Activity, Source]]:
    for activity in activities:
        for source in sources_of(activity):
            for year in years:
                yield year, activity, source


def _cell_label(year: int, activity: Activity, source: Source) -> str:
    return f"{show_text(activity.text)} – {words.say(source)}, {year}"
