"""Other figures that a partner proposes for its part: as values, and as what they would change."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from applications.contents import BudgetCell
from applications.facts import part_of
from applications.models import Application, CounterOffer, Partner
from criteria import confirmation
from criteria.budget import Source
from criteria.confirmation import Change
from foundation.columns import JsonValue
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class Figures:
    """What a partner would rather promise: its whole budget, and hours of its own people."""

    cells: tuple[BudgetCell, ...]
    effort_hours: int


def figures_in(offer: CounterOffer) -> Figures:
    """Read the figures of an offer."""
    return Figures(
        cells=tuple(
            BudgetCell(year, offer.partner_id, activity_id, Source(source), Ore(amount))
            for year, activity_id, source, amount in offer.cells["cells"]
        ),
        effort_hours=offer.effort_hours,
    )


def written(cells: Iterable[BudgetCell]) -> JsonValue:
    """Write cells down; empty ones are left out."""
    return JsonValue(
        cells=sorted(
            [one.year, one.activity_id, one.source.value, one.amount] for one in cells if one.amount
        )
    )


def would_change(
    application: Application, partner: Partner, figures: Figures
) -> tuple[Change, ...]:
    """List what a partner's part would have otherwise with these figures."""
    now = part_of(application, partner)
    codes = {one.id: one.code for one in application.call.activities}
    then = replace(
        now,
        effort_hours=figures.effort_hours,
        budget=tuple(
            (one.year, codes[one.activity_id], one.source.value, one.amount)
            for one in figures.cells
            if one.amount
        ),
    )
    return confirmation.changes(now, then)
