"""A participant's pages: saying yes to its part of a change, and asking to get out."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.models import PartnerRole
from applications.queries import application_of
from applications.queries.one import partner_of
from applications.views.room import arrived
from followup.changing import services
from followup.changing.forms import ConfirmForm, LeaveForm
from followup.changing.plans import plan_in_force
from followup.changing.project import granted_now
from followup.changing.sentences import told
from followup.changing.views.opening import opened_outside, own_lacking
from followup.views.blueprint import pages
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/endringer/<int:change_id>/bekreft/<int:partner_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_SIGN)
def confirm_change(change_id: int, partner_id: int) -> ResponseReturnValue:
    """Say yes to one's part of a change."""
    found = opened_outside(change_id)
    partner = next((one for one in own_lacking(found) if one.id == partner_id), None)
    if partner is None:
        raise NotFoundError
    form = ConfirmForm(seen=found.fingerprint_of(partner))
    if form.validate_on_submit():
        try:
            services.confirm_change(
                found.request, partner_id,
                authority=form.authority.data or "", seen=form.seen.data or "",
                by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.authority)
        else:
            flash(_("Endringen er bekreftet."), "success")
            return redirect(url_for("followup.show_change", change_id=change_id), 303)
    return render_template(
        "followup/changing/confirm.html",
        found=found,
        partner=partner,
        sentences=told(found),
        form=form,
    )


@pages.route(
    "/soknader/<int:application_id>/endringer/ut/<int:partner_id>", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_SIGN)
def leave_project(application_id: int, partner_id: int) -> ResponseReturnValue:
    """Ask to leave the project."""
    application = application_of(me(), application_id)
    partner = partner_of(application, partner_id)
    plan = plan_in_force(application, granted_now(application_id))
    if (
        partner.organisation_id not in me().organisations_as(Role.SIGNATORY)
        or partner.role is not PartnerRole.PARTICIPANT
        or partner.id not in plan.participants
    ):
        raise NotFoundError
    form = LeaveForm()
    if form.validate_on_submit():
        try:
            made = services.leave_project(
                application, partner_id,
                reason=form.reason.data or "", authority=form.authority.data or "",
                by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Hovedsøkeren har fått beskjed, og sender endringssøknaden."), "success")
            page = url_for("followup.changes", application_id=made.application_id)
            return redirect(page, 303)
    return render_template(
        "followup/changing/leave.html", application=application, partner=partner, form=form
    )
