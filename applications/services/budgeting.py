"""Acts on the budget: all of it, or one partner's part. The sum asked is kept with the application."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from accounts.models import Person
from applications import contents, sittings
from applications.cells import refuse_cells, write_cells
from applications.contents import BudgetCell
from applications.holding import hold_draft, hold_parts
from applications.models import Application, Partner
from foundation.database import transaction
from foundation.errors import NotFoundError


def set_budget(
    application: Application,
    cells: Sequence[BudgetCell],
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
) -> None:
    """Write the whole budget anew; a cell that is not named is empty.

    Raises StaleError, or RuleBrokenError for what a budget can never hold: an activity that is not
    chosen, grant for what the grant does not cover, negative amounts. A year outside the project's
    period is kept and told as a breach.
    """
    with transaction():
        held = hold_draft(application.id, by, at)
        contents.refuse_stale(seen, contents.seal_cells(contents.cells_of(held)))
        refuse_cells(held, cells)
        write_cells(held, list(held.budget_lines), cells)
        _record(held, by, at)


def set_partner_budget(
    partner: Partner,
    cells: Sequence[BudgetCell],
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
) -> None:
    """Write one partner's part of the budget anew; the other parts stay. Raises as `set_budget`."""
    with transaction():
        held = hold_draft(partner.application_id, by, at)
        contents.refuse_stale(seen, contents.seal_cells(contents.cells_of(held, partner.id)))
        if any(cell.partner_id != partner.id for cell in cells):
            raise NotFoundError
        refuse_cells(held, cells)
        own = [line for line in held.budget_lines if line.partner_id == partner.id]
        write_cells(held, own, cells)
        _record(held, by, at, partner=partner.organisation_id)


def set_budget_parts(
    application: Application,
    parts: Mapping[int, Sequence[BudgetCell]],
    *,
    by: Person,
    at: datetime,
    seen: Mapping[int, str] | None = None,
    auto: bool = False,
) -> None:
    """Write some partners' parts of the budget anew, all or none; the other parts stay.

    The lead's people may write every part, a partner's people their own. `seen` holds the seal of each
    part that the writer saw; `auto`: the page saves by itself. Raises StaleError when one of these parts
    has changed since, and RuleBrokenError as `set_budget`.
    """
    with transaction():
        held = hold_parts(application.id, parts, by, at)
        confirmed = sittings.standing(held)
        for number, cells in parts.items():
            if seen is not None:
                now = contents.seal_cells(contents.cells_of(held, number))
                contents.refuse_stale(seen.get(number, ""), now)
            if any(cell.partner_id != number for cell in cells):
                raise NotFoundError
        written = [cell for cells in parts.values() for cell in cells]
        refuse_cells(held, written)
        write_cells(held, [line for line in held.budget_lines if line.partner_id in parts], written)
        if auto:
            sittings.refuse_fall(held, confirmed)
        sittings.note_saved(
            held, "application.budget_saved", by=by, at=at, auto=auto,
            asked=held.asked, partners=" ".join(map(str, sorted(parts))),
        )  # fmt: skip


def _record(
    application: Application, by: Person, at: datetime, partner: int | None = None
) -> None:
    sittings.note_saved(
        application, "application.budget_saved", by=by, at=at, auto=False,
        asked=application.asked, organisation=partner,
    )  # fmt: skip
