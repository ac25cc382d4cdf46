"""The recipient's page of unused money: what is unused, what was applied for, and what was answered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import Application
from applications.queries import application_of
from applications.views.room import arrived
from criteria.steps import Step
from followup.carryover import queries, services, words
from followup.carryover.forms import AskForm
from followup.carryover.money import unused_years
from followup.carryover.services import Wanted
from followup.views.blueprint import pages
from foundation import clock
from foundation import words as said
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done
from foundation.money import NOTHING

HAS_MONEY = frozenset({Step.ACCEPTED, Step.COMPLETED})


@pages.route("/soknader/<int:application_id>/ubrukte-midler", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def carry_over(application_id: int) -> ResponseReturnValue:
    """Show what a project has unused, year by year; who signs for the lead applies to use it later."""
    application = application_of(me(), application_id)
    if application.step not in HAS_MONEY:
        raise NotFoundError
    years = unused_years(application, clock.today())
    found = queries.carry_overs_in(application_id)
    waiting = {one.year for one in found if one.is_open}
    offered = [one for one in years if one.money.unused and one.year not in waiting]
    signs = _signs(application)
    form = AskForm(
        year=offered[0].year if offered else None,
        amount=offered[0].money.unused if offered else None,
    )
    form.offer(offered)
    may = bool(offered) and signs and application.step is Step.ACCEPTED
    if may and form.validate_on_submit() and done(form, lambda: _ask(application, form)):
        flash(_("Søknaden om ubrukte midler er sendt."), "success")
        return redirect(url_for("followup.carry_over", application_id=application_id), 303)
    return render_template(
        "followup/carryover/outside.html", application=application, years=years, form=form,
        rows=[(one, words.state_outside(one)) for one in found], may_ask=may, signs=signs,
        offered=offered,
    )  # fmt: skip


@pages.route("/ubrukte-midler/<int:carry_over_id>/trekk", methods=["POST"])
@requires(Permission.APPLICATION_SIGN)
def withdraw_carry_over(carry_over_id: int) -> ResponseReturnValue:
    """Take an application for unused money back."""
    found = queries.carry_over_of(me(), carry_over_id)
    if not _signs(application_of(me(), found.application_id)):
        raise NotFoundError
    try:
        services.withdraw_carry_over(found, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    else:
        flash(_("Søknaden om ubrukte midler er trukket."), "success")
    return redirect(url_for("followup.carry_over", application_id=found.application_id), 303)


def _ask(application: Application, form: AskForm) -> None:
    if form.end_on.data is None:
        raise NotFoundError
    wanted = Wanted(
        form.year.data, form.amount.data or NOTHING, form.end_on.data, form.reason.data or ""
    )
    services.ask_to_carry_over(application, wanted, by=me(), at=arrived())


def _signs(application: Application) -> bool:
    return lead_of(application).organisation_id in me().organisations_as(Role.SIGNATORY)
