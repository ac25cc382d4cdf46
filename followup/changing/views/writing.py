"""The lead's pages of a change: all of them in a case, writing one, sending it, taking it back."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import PartnerRole
from applications.queries import application_of
from applications.queries.one import led_by
from applications.views.room import arrived
from followup.changing import queries, services, words
from followup.changing.forms import ChangeForm, change_form, open_years
from followup.changing.plans import plan_in_force
from followup.changing.project import granted_now
from followup.changing.sentences import told
from followup.changing.shown import told_problems
from followup.changing.views.opening import (
    leads,
    opened_draft,
    opened_outside,
    own_lacking,
    signs_for_lead,
)
from followup.views.blueprint import pages
from foundation import words as said
from foundation.errors import NotFoundError, RuleBrokenError, StaleError


@pages.route("/soknader/<int:application_id>/endringer")
@requires(Permission.REPORT_WRITE)
def changes(application_id: int) -> ResponseReturnValue:
    """Show the project as it is to be carried out now, and what has been asked to be otherwise."""
    application = application_of(me(), application_id)
    granted = granted_now(application_id)
    plan = plan_in_force(application, granted)
    acts_for = me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    signs_for = me().organisations_as(Role.SIGNATORY)
    is_leads = lead_of(application).organisation_id in acts_for
    found = queries.changes_in(application_id)
    own = {one.id for one in application.partners if one.organisation_id in acts_for}
    return render_template(
        "followup/changing/changes.html",
        application=application,
        plan=plan,
        granted=granted,
        rows=[
            (one, words.state_of(one))
            for one in found
            if is_leads or one.submitted_at is not None or one.opened_by_partner_id in own
        ],
        may_begin=is_leads and not any(one.awaits_answer for one in found),
        may_leave=[
            one
            for one in application.partners
            if one.id in plan.participants
            and one.role is PartnerRole.PARTICIPANT
            and one.organisation_id in signs_for
        ],
    )


@pages.route("/soknader/<int:application_id>/endringer", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def begin_change(application_id: int) -> ResponseReturnValue:
    """Begin a change, or go on with the draft that is there."""
    try:
        made = services.begin_change(led_by(me(), application_id), by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
        return redirect(url_for("followup.changes", application_id=application_id), 303)
    return redirect(url_for("followup.write_change", change_id=made.id), 303)


@pages.route("/endringer/<int:change_id>/skriv", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def write_change(change_id: int) -> ResponseReturnValue:
    """Write a change; it need not be whole before it is sent."""
    found = opened_draft(change_id)
    form = change_form(found)
    stale = False
    if form.validate_on_submit():
        try:
            _save(form)
        except StaleError:
            stale = True
            form.seen.data = str(found.request.version)
        else:
            flash(_("Endringssøknaden er lagret."), "success")
            onward = request.form.get("then") == "next"
            page = "followup.show_change" if onward else "followup.write_change"
            return redirect(url_for(page, change_id=change_id), 303)
    return render_template(
        "followup/changing/write.html",
        found=found,
        form=form,
        years=open_years(found),
        stale=stale,
        before=told(found) if stale else (),
    )


@pages.route("/endringer/<int:change_id>")
@requires(Permission.REPORT_WRITE)
def show_change(change_id: int) -> ResponseReturnValue:
    """Show a change beside the plan in force, who has confirmed, and the answer."""
    found = opened_outside(change_id)
    return render_template(
        "followup/changing/show.html",
        found=found,
        state=words.state_of(found.request),
        sentences=told(found),
        problems=told_problems(found) if found.request.is_draft else (),
        is_leads=leads(found),
        may_sign=signs_for_lead(found),
        own=own_lacking(found),
    )


@pages.route("/endringer/<int:change_id>/send", methods=["POST"])
@requires(Permission.APPLICATION_SIGN)
def submit_change(change_id: int) -> ResponseReturnValue:
    """Send a change."""
    found = opened_draft(change_id)
    return _done(
        change_id,
        lambda: services.submit_change(found.request, by=me(), at=arrived()),
        _("Endringssøknaden er sendt. De som må bekrefte, har fått beskjed."),
    )


@pages.route("/endringer/<int:change_id>/trekk", methods=["POST"])
@requires(Permission.APPLICATION_SIGN)
def withdraw_change(change_id: int) -> ResponseReturnValue:
    """Take a change back."""
    found = opened_outside(change_id)
    if not leads(found):
        raise NotFoundError
    return _done(
        change_id,
        lambda: services.withdraw_change(found.request, by=me(), at=arrived()),
        _("Endringssøknaden er trukket."),
    )


def _done(change_id: int, act: Callable[[], None], text: str) -> ResponseReturnValue:
    """Do an act of one button, and tell what came of it on the change's page."""
    try:
        act()
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    else:
        flash(text, "success")
    return redirect(url_for("followup.show_change", change_id=change_id), 303)


def _save(form: ChangeForm) -> None:
    typed = form.seen.data or ""
    services.save_change(
        form.found.request,
        form.wanted(),
        reason=form.reason.data or "",
        seen=int(typed) if typed.isdecimal() else 0,
        by=me(),
        at=arrived(),
    )
