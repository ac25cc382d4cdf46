"""Acts on the budget: all of it, or one partner's part. The sum asked is kept with the application."""

from collections.abc import Sequence
from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import contents, journal
from applications.contents import BudgetCell
from applications.facts import asked_in
from applications.holding import hold_draft
from applications.models import Application, BudgetLine, Partner
from applications.refusals import Refusal
from criteria.budget import BudgetProblem, Source
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.fields import LARGEST_AMOUNT


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
        held = hold_draft(application.id, by)
        contents.refuse_stale(seen, contents.seal_cells(contents.cells_of(held)))
        _refuse_cells(held, cells)
        _write(held, list(held.budget_lines), cells)
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
        held = hold_draft(partner.application_id, by)
        contents.refuse_stale(seen, contents.seal_cells(contents.cells_of(held, partner.id)))
        if any(cell.partner_id != partner.id for cell in cells):
            raise NotFoundError
        _refuse_cells(held, cells)
        own = [line for line in held.budget_lines if line.partner_id == partner.id]
        _write(held, own, cells)
        _record(held, by, at, partner=partner.organisation_id)


def _refuse_cells(application: Application, cells: Sequence[BudgetCell]) -> None:
    activities = {one.id: one for one in application.call.activities}
    chosen = {one.activity_id for one in application.chosen_activities}
    partners = {partner.id for partner in application.partners}
    for cell in cells:
        activity = activities.get(cell.activity_id)
        if activity is None or cell.partner_id not in partners:
            raise NotFoundError
        if cell.amount < 0:
            raise RuleBrokenError(BudgetProblem.NEGATIVE_AMOUNT)
        if cell.amount > LARGEST_AMOUNT:
            raise RuleBrokenError(Refusal.AMOUNT_TOO_LARGE)
        if not cell.amount:
            continue
        if activity.supported and activity.id not in chosen:
            raise RuleBrokenError(Refusal.ACTIVITY_NOT_CHOSEN, code=activity.code)
        if cell.source is Source.GRANT and not activity.supported:
            raise RuleBrokenError(BudgetProblem.UNSUPPORTED_ACTIVITY_FROM_GRANT)


def _write(
    application: Application, lines: list[BudgetLine], cells: Sequence[BudgetCell]
) -> None:
    wanted = {_place(cell): cell.amount for cell in cells if cell.amount}
    for line in lines:
        amount = wanted.pop(_place(line), None)
        if amount is None:
            db.session.delete(line)
        else:
            line.amount = amount
    for (year, partner_id, activity_id, source), amount in wanted.items():
        db.session.add(
            BudgetLine(
                application_id=application.id,
                year=year,
                partner_id=partner_id,
                activity_id=activity_id,
                source=source,
                amount=amount,
            )
        )
    db.session.flush()
    db.session.refresh(application, attribute_names=["budget_lines"])
    application.asked = asked_in(application.budget_lines)


def _place(cell: BudgetCell | BudgetLine) -> tuple[int, int, int, Source]:
    return cell.year, cell.partner_id, cell.activity_id, cell.source


def _record(
    application: Application, by: Person, at: datetime, partner: int | None = None
) -> None:
    audit.record(
        "application.budget_saved", subject=journal.subject_of(application), by=by, at=at,
        asked=application.asked, organisation=partner,
    )  # fmt: skip
