"""The kommune's side: asking for help with standards, and telling whether it helped."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Organisation, Role
from accounts.permissions import Permission, requires
from applications.models import Application
from applications.queries import application_of
from applications.views.room import arrived
from criteria.steps import Step
from followup.assistance import queries, services, words
from followup.assistance.forms import AskForm, CloseForm, close_form
from followup.assistance.models import AssistanceRequest, Usefulness
from followup.assistance.states import AssistanceState, state_of
from followup.benefits.queries import FOLLOWED, still_in
from followup.views.blueprint import pages
from foundation import words as said
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done
from grants.registers import queries as registers

__all__ = ["words"]


@pages.route("/soknader/<int:application_id>/bistand", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def assistance(application_id: int) -> ResponseReturnValue:
    """Show what a project's kommuner have asked help with; each may ask while the grant is in force."""
    application = application_of(me(), application_id)
    if application.step not in FOLLOWED:
        raise NotFoundError
    own = _own_kommuner(application)
    may = bool(own) and application.step is Step.ACCEPTED
    form = AskForm()
    form.offer(own, registers.standards())
    if may and form.validate_on_submit() and done(form, lambda: _ask(application, form)):
        flash(_("Vi har fått ønsket om bistand. Dere får svar på e-post."), "success")
        return redirect(url_for("followup.assistance", application_id=application_id), 303)
    return render_template(
        "followup/assistance/outside.html", application=application, form=form, may_ask=may,
        rows=[(one, state_of(one)) for one in queries.requests_in(application_id)],
    )  # fmt: skip


@pages.route("/bistand/<int:assistance_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def own_assistance(assistance_id: int) -> ResponseReturnValue:
    """Read the answer and what was given; the kommune that asked says whether it helped."""
    found = queries.request_of(me(), assistance_id)
    state, form = state_of(found), close_form()
    own = found.organisation_id in me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    may_close = own and state is AssistanceState.TAKEN_ON and queries.hours_of(found) > 0
    if may_close and form.validate_on_submit() and done(form, lambda: _close(found, form)):
        flash(_("Takk. Bistanden er avsluttet."), "success")
        return redirect(url_for("followup.own_assistance", assistance_id=assistance_id), 303)
    return render_template(
        "followup/assistance/own.html", found=found, state=state, form=form,
        may_close=may_close, may_withdraw=own and state is AssistanceState.ASKED,
    )  # fmt: skip


@pages.route("/bistand/<int:assistance_id>/trekk", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def withdraw_assistance(assistance_id: int) -> ResponseReturnValue:
    """Take a request back that nobody has answered."""
    found = queries.request_of(me(), assistance_id)
    try:
        services.withdraw_assistance(found, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    else:
        flash(_("Ønsket om bistand er trukket."), "success")
    return redirect(url_for("followup.own_assistance", assistance_id=assistance_id), 303)


def _own_kommuner(application: Application) -> list[Organisation]:
    """List the kommuner that the person acts for and that still take part."""
    own = me().organisations_as(Role.EDITOR, Role.SIGNATORY).intersection(still_in(application.id))
    return [one.organisation for one in application.partners if one.organisation_id in own]


def _ask(application: Application, form: AskForm) -> None:
    services.ask_for_assistance(application, form.need_typed(), by=me(), at=arrived())


def _close(found: AssistanceRequest, form: CloseForm) -> None:
    services.close_assistance(
        found, Usefulness(form.usefulness.data), form.words.data or "", by=me(), at=arrived()
    )
