"""The pages of what it costs to run the scheme: the years, the lines, and taking one back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import done
from grants import queries as grants
from payments.running.forms import CostForm, TakeCostBackForm
from payments.running.kinds import CostKind
from payments.running.queries import cost_line, cost_lines, costs_by_year, counter_of_cost
from payments.running.services import register_cost, take_cost_back
from payments.running.words import DEFINITIONS
from payments.views.blueprint import pages


@pages.route("/okonomi/driftskostnader", methods=["GET", "POST"])
@requires(Permission.LEDGER_READ)
def running_costs() -> ResponseReturnValue:
    """Show what it costs to run the scheme, year by year and line by line, and register a cost."""
    today, form = clock.today(), CostForm(year=clock.today().year, happened_on=clock.today())
    form.offer()
    if is_allowed(Permission.LEDGER_POST) and form.validate_on_submit() and done(
        form,
        lambda: register_cost(grants.scheme(), form.spent(today), by=me(), at=clock.now()),
    ):
        flash(_("Kostnaden er registrert."), "success")
        return redirect(url_for("payments.running_costs"), 303)
    lines = cost_lines()
    return render_template(
        "payments/running/costs.html", form=form, years=costs_by_year(), lines=lines,
        taken_back={one.counters_id for one in lines}, kinds=tuple(CostKind),
        definitions_of=DEFINITIONS,
    )  # fmt: skip


@pages.route("/okonomi/driftskostnader/<int:cost_id>/tilbake", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def take_cost_back_page(cost_id: int) -> ResponseReturnValue:
    """Take a line back by a counter-line, with the reason."""
    cost, form = cost_line(cost_id), TakeCostBackForm()
    if form.validate_on_submit() and done(form, lambda: take_cost_back(
        cost, reason=form.reason.data or "", by=me(), at=clock.now(),
    )):  # fmt: skip
        flash(_("Linjen er tatt tilbake med en motpostering."), "success")
        return redirect(url_for("payments.running_costs"), 303)
    return render_template(
        "payments/running/take_back.html", form=form, cost=cost, counter=counter_of_cost(cost_id)
    )
