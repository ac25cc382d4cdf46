"""The end of the applicant's way: read over, submit, get a receipt; or take it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.queries import signatories_of
from applications import facts, queries, services
from applications.effort import services as effort
from applications.effort.queries import measured_minutes, said_minutes
from applications.forms import SubmitForm, WithdrawForm
from applications.forms.effort import EffortForm
from applications.models import Application
from applications.queries.one import ACTS_FOR
from applications.reading import read_over
from applications.record import handed_in_fingerprint
from applications.views.room import arrived, of_draft, pages, section_page
from applications.words import explained
from criteria import eligibility
from criteria.deadlines import is_open
from criteria.steps import Step
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from foundation.wording import format_moment
from grants.rules import rules_of


@pages.route("/soknader/<int:application_id>/kontroll")
@requires(Permission.APPLICATION_EDIT)
@of_draft
def check(application: Application) -> ResponseReturnValue:
    """Read everything over and see what the rules of the call say."""
    return _check_page(application, SubmitForm(formdata=None))


@pages.route("/soknader/<int:application_id>/send-inn", methods=["POST"])
@requires(Permission.APPLICATION_SIGN)
def submit(application_id: int) -> ResponseReturnValue:
    """Hand the application in. A second click, or a lost answer, gets the same receipt."""
    form = SubmitForm()
    if form.validate_on_submit():
        try:
            services.submit(application_id, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            return redirect(url_for("applications.receipt", application_id=application_id), 303)
    return _check_page(queries.led_by(me(), application_id), form)


@pages.route("/soknader/<int:application_id>/kvittering")
@requires(Permission.APPLICATION_READ)
def receipt(application_id: int) -> ResponseReturnValue:
    """See that the application has come in, when, and under which case number."""
    application = queries.application_of(me(), application_id)
    return _receipt_page(application, EffortForm.of(said_minutes(application)))


@pages.route("/soknader/<int:application_id>/kvittering", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def say_effort(application_id: int) -> ResponseReturnValue:
    """Say how long it took to apply, for the figures of what applying takes."""
    application = queries.led_by(me(), application_id)
    form = EffortForm()
    if form.validate_on_submit():
        effort.say_effort(application, form.in_minutes, by=me(), at=arrived())
        flash(_("Takk. Tiden er lagret."), "success")
        return redirect(url_for("applications.receipt", application_id=application.id), 303)
    return _receipt_page(application, form)


@pages.route("/soknader/<int:application_id>/trekk", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def withdraw(application_id: int) -> ResponseReturnValue:
    """Take the application back, with a reason."""
    application = queries.led_by(me(), application_id)
    form = WithdrawForm()
    if form.validate_on_submit():
        try:
            services.withdraw(application, reason=form.reason.data or "", by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Søknaden er trukket."))
            return redirect(url_for("applications.show", application_id=application.id), 303)
    return render_template("applications/withdraw.html", application=application, form=form)


def _receipt_page(application: Application, form: EffortForm) -> ResponseReturnValue:
    if application.submitted_at is None:
        raise NotFoundError
    lead = facts.lead_of(application)
    return render_template(
        "applications/receipt.html", application=application, whole=read_over(application),
        lead=lead, fingerprint=handed_in_fingerprint(application),
        submitted=format_moment(application.submitted_at), form=form,
        leads=lead.organisation_id in me().organisations_as(*ACTS_FOR),
        measured=measured_minutes(application),
    )  # fmt: skip


def _check_page(application: Application, form: SubmitForm) -> ResponseReturnValue:
    findings = eligibility.examine(facts.eligibility_facts(application), rules_of(application.call))
    call = application.call
    lead = facts.lead_of(application)
    signs = lead.organisation_id in me().organisations_as(Role.SIGNATORY)
    return section_page(
        "check", application, "check", form=form, whole=read_over(application),
        findings=[explained(one) for one in findings],
        hindered=bool(eligibility.hindrances(findings)),
        is_open=is_open(call.opens_on, call.closes_on, arrived()),
        is_draft=application.step is Step.DRAFT,
        signs=signs,
        signatories=[] if signs else signatories_of(lead.organisation_id),
    )  # fmt: skip
