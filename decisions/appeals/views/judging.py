"""The office's side: the list, one complaint on its way, and the acts on it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.attachments import download
from assessments.queries import closed_to, pass_gate
from criteria.appeal import Leave, Ruling
from decisions.appeals import queries as appeals
from decisions.appeals import services
from decisions.appeals.forms import LeaveForm, RulingForm
from decisions.appeals.models import Complaint
from decisions.appeals.sheet import sheet_of
from decisions.appeals.states import latest_ruling, state_of
from decisions.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import choices_of, refuse
from foundation.pages import NavItem, register_navigation

MOST_CLOSED = 50
register_navigation(NavItem("decisions.complaints", _l("Klager"), Permission.DECISION_READ, order=45))


@pages.route("/klager")
@requires(Permission.DECISION_READ)
def complaints() -> ResponseReturnValue:
    """List the complaints that wait, the oldest first, and those that ended last."""
    waiting, ended = appeals.open_complaints(), appeals.closed_complaints(MOST_CLOSED)
    return render_template(
        "decisions/appeals/list.html",
        waiting=[(one, state_of(one)) for one in waiting],
        ended=[(one, state_of(one)) for one in ended],
        closed=closed_to(me(), {one.application_id for one in (*waiting, *ended)}),
    )


@pages.route("/klager/sak/<int:complaint_id>")
@requires(Permission.DECISION_READ)
def complaint(complaint_id: int) -> ResponseReturnValue:
    """Show a complaint: what it says, how its time was judged, what is found, and what can be done."""
    found = opened_complaint(complaint_id)
    return render_template(
        "decisions/appeals/show.html", sheet=sheet_of(found, me(), clock.now())
    )


@pages.route("/klager/sak/<int:complaint_id>/vedlegg/<int:file_id>")
@requires(Permission.DECISION_READ)
def office_complaint_file(complaint_id: int, file_id: int) -> ResponseReturnValue:
    """Hand a document of a complaint out to the office."""
    opened_complaint(complaint_id)
    found = appeals.file_of(complaint_id, file_id)
    return download(found.sha256, found.media_type, found.filename)


@pages.route("/klager/sak/<int:complaint_id>/ta-opp", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def grant_leave(complaint_id: int) -> ResponseReturnValue:
    """Take up a complaint that came too late."""
    found = opened_complaint(complaint_id)
    form = LeaveForm()
    form.leave.choices = choices_of(Leave)
    if form.validate_on_submit():
        try:
            services.grant_leave(
                found, form.chosen(), reason=form.reason.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Klagen er tatt opp til behandling."), "success")
            return _back(complaint_id)
    return render_template(
        "decisions/appeals/leave.html", sheet=sheet_of(found, me(), clock.now()), form=form
    )


@pages.route("/klager/sak/<int:complaint_id>/konkluder", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def rule(complaint_id: int) -> ResponseReturnValue:
    """Find what the office makes of a complaint; a reversal leads to its drafted decision."""
    found = opened_complaint(complaint_id)
    form = RulingForm(after=str(_number_of(found)))
    form.ruling.choices = choices_of(Ruling)
    if form.validate_on_submit():
        try:
            made = services.rule(
                found, form.chosen(), amount=form.amount.data, reason=form.reason.data or "",
                after=form.seen(), by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            if made.decision_id is not None:
                flash(_("Utkastet til nytt vedtak er laget. Det må signeres."), "success")
                return redirect(url_for("decisions.show", decision_id=made.decision_id), 303)
            flash(_("Konklusjonen er lagret. En annen må bekrefte den."), "success")
            return _back(complaint_id)
    return render_template(
        "decisions/appeals/rule.html", sheet=sheet_of(found, me(), clock.now()), form=form
    )


@pages.route("/klager/sak/<int:complaint_id>/bekreft", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def confirm_ruling(complaint_id: int) -> ResponseReturnValue:
    """Confirm what another has found."""
    services.confirm_ruling(opened_complaint(complaint_id), by=me(), at=clock.now())
    flash(_("Konklusjonen er bekreftet, og parten har fått beskjed."), "success")
    return _back(complaint_id)


def opened_complaint(complaint_id: int) -> Complaint:
    """Find a complaint whose case is open to the reader. Raises NotFoundError, ClosedCaseError."""
    found = appeals.complaint(complaint_id)
    pass_gate(me(), found.application_id)
    return found


def _number_of(found: Complaint) -> int:
    ruling = latest_ruling(found)
    return ruling.number if ruling else 0


def _back(complaint_id: int) -> ResponseReturnValue:
    return redirect(url_for("decisions.complaint", complaint_id=complaint_id), 303)
