"""The budget: added up as a whole, filled in one partner at a time."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.budget_table import BudgetTable, budget_table
from applications.forms import budget_form
from applications.forms.budget import cell_name
from applications.models import Application, PartnerRole
from applications.views.conflicts import both_texts, settled
from applications.views.room import arrived, of_draft, pages, saved, section_page
from criteria.budget import BudgetProblem
from foundation.errors import RuleBrokenError, StaleError
from foundation.forms import refuse


@pages.route("/soknader/<int:application_id>/budsjett")
@requires(Permission.APPLICATION_EDIT)
@of_draft
def budget(application: Application) -> ResponseReturnValue:
    """See the budget added up by year, partner, activity and source, and what must be put right."""
    return section_page(
        "budget", application, "budget", table=budget_table(application),
        last=queries.saved_last(application, "application.budget_saved"),
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>/budsjett/<int:partner_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def partner_budget(application: Application, partner_id: int) -> ResponseReturnValue:
    """Fill in one partner's part: activity and source down, year across."""
    partner = queries.partner_of(application, partner_id)
    stored = budget_form(application, partner, formdata=None)
    form = budget_form(application, partner, formdata=settled(stored))
    if form.validate_on_submit():
        try:
            services.set_partner_budget(
                partner, form.cells(), by=me(), at=arrived(), seen=form.seal
            )
        except StaleError:
            heading = _("Budsjettet til %(name)s", name=partner.organisation.name)
            theirs = budget_form(application, partner, formdata=None)
            return both_texts(
                application, "application.budget_saved", heading, form, theirs
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            onward = _onward(application, partner_id)
            return saved(application, "budget", _address(application, partner_id), onward)
    table = budget_table(application)
    return section_page(
        "partner_budget", application, "budget", form=form, partner=partner, table=table,
        wrong=_by_cell(table, partner_id), others=table.others(partner_id),
        last=queries.saved_last(application, "application.budget_saved"),
    )  # fmt: skip


def _by_cell(table: BudgetTable, partner_id: int) -> dict[str, list[BudgetProblem]]:
    """Give what is wrong with a partner's part, by the name of the cell."""
    found: dict[str, list[BudgetProblem]] = {}
    for wrong in table.wrong:
        line, activity = wrong.breach.line, wrong.activity
        if line is not None and activity is not None and line.partner == partner_id:
            name = cell_name(line.year, activity.id, line.source)
            found.setdefault(name, []).append(wrong.breach.problem)
    return found


def _onward(application: Application, partner_id: int) -> str | None:
    """Give the next partner's part; None after the last."""
    ids = [one.id for one in application.partners if one.role is not PartnerRole.OBSERVER]
    later = [number for number in ids if number > partner_id]
    return _address(application, later[0]) if later else None


def _address(application: Application, partner_id: int) -> str:
    return url_for(
        "applications.partner_budget", application_id=application.id, partner_id=partner_id
    )
