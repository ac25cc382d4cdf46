"""What a budget can hold, and writing it: shared by the acts that change it, called inside them."""

from collections.abc import Sequence

from applications.contents import BudgetCell
from applications.facts import asked_in
from applications.models import Application, BudgetLine
from applications.refusals import Refusal
from criteria.budget import BudgetProblem, Source
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.fields import LARGEST_AMOUNT


def refuse_cells(application: Application, cells: Sequence[BudgetCell]) -> None:
    """Refuse what a budget can never hold, inside an act that holds the application.

    Raises NotFoundError for a partner or an activity of another application, RuleBrokenError for an
    activity that is not chosen, grant for what the grant does not cover, and impossible amounts.
    """
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


def write_cells(
    application: Application, lines: list[BudgetLine], cells: Sequence[BudgetCell]
) -> None:
    """Let cells take the place of some lines, and add up anew what is asked."""
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
