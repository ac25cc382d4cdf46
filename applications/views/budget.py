"""The budget: one grid for all of it, or for one partner's part."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.budget_grid import budget_grid
from applications.budget_table import budget_table
from applications.costshares import cost_shares
from applications.facts import lead_of
from applications.forms import BudgetForm, budget_form, fillable
from applications.likelihood import comparison
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from applications.views.filling import Section, filled_in
from applications.views.room import arrived, may_fill, of_shared_draft, pages, saved, section_page
from foundation.addresses import here
from foundation.errors import NotFoundError


@pages.route("/soknader/<int:application_id>/budsjett", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_shared_draft
def budget(application: Application) -> ResponseReturnValue:
    """Fill in the whole budget, or one's own part of it, and see it added up and held against the rules."""
    return _grid(application, fillable(application), None)


@pages.route("/soknader/<int:application_id>/budsjett/<int:partner_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_shared_draft
def partner_budget(application: Application, partner_id: int) -> ResponseReturnValue:
    """Fill in one partner's part; the sums and the rules are still those of the whole budget."""
    partner = queries.partner_of(application, partner_id)
    if partner not in fillable(application) or not may_fill(application, partner):
        raise NotFoundError
    return _grid(application, [partner], partner)


def _grid(
    application: Application, shown: list[Partner], partner: Partner | None
) -> ResponseReturnValue:
    mine = [one for one in shown if may_fill(application, one)]
    wide = request.args.get("alt") == "ja"
    heading = _("Budsjettet til %(name)s", name=partner.organisation.name) if partner else _("Budsjett")

    def save(form: BudgetForm, *, auto: bool) -> None:
        if form.written:
            services.set_budget_parts(
                application, form.written, by=me(), at=arrived(), seen=form.seals, auto=auto
            )

    section = Section(
        application=application,
        key="budget",
        heading=heading,
        act="application.budget_saved",
        form=lambda sent: budget_form(application, mine, sent, wide=wide),
        save=save,
    )
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        tabs = [one for one in fillable(application) if may_fill(application, one)]
        return saved(application, "budget", here(), _onward(application, tabs, partner))
    return section_page(
        "budget", application, "budget",
        form=filled.form, unsaved=filled.unsaved, heading=heading, partner=partner, wide=wide,
        grid=budget_grid(application, filled.form, shown),
        tabs=[one for one in fillable(application) if may_fill(application, one)],
        last=queries.saved_last(application, section.act),
        shares=cost_shares(application),
        compared=comparison(application, budget_table(application).totals.total),
        leads=lead_of(application).organisation_id in me().organisations_as(*ACTS_FOR),
    )  # fmt: skip


def _onward(
    application: Application, mine: list[Partner], partner: Partner | None
) -> str | None:
    """Give the next part to fill in, after one partner's; None after the last of the lead's.

    A partner's people have nothing more to write, and see the application.
    """
    later = [one for one in mine if partner is not None and one.id > partner.id]
    if later:
        return url_for(
            "applications.partner_budget", application_id=application.id, partner_id=later[0].id
        )
    if lead_of(application).organisation_id in me().organisations_as(*ACTS_FOR):
        return None
    return url_for("applications.show", application_id=application.id)
