"""Pages of later days for reports: the lead asks, the office answers."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from assessments.queries import pass_gate
from followup.deadlines import queries, reminding, services, words
from followup.deadlines.forms import AnswerExtensionForm, ExtensionForm
from followup.queries.duties import duty_of, duty_with_reports
from followup.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse

__all__ = ["reminding", "words"]


@pages.route("/rapporter/plikt/<int:duty_id>/utsettelse", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def ask_for_extension(duty_id: int) -> ResponseReturnValue:
    """Ask to report later, and see what was asked and answered before."""
    duty = duty_with_reports(duty_of(me(), duty_id).id)
    form = ExtensionForm()
    if form.validate_on_submit() and form.wanted_on.data is not None:
        try:
            services.ask_for_extension(
                duty, wanted_on=form.wanted_on.data, reason=form.reason.data or "",
                by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.wanted_on)
        else:
            flash(
                _("Vi har fått ønsket om utsettelse. Fristen gjelder til vi har svart."), "success"
            )
            return redirect(url_for("followup.ask_for_extension", duty_id=duty_id), 303)
    asked = queries.extensions_of([duty.id])[duty.id]
    return render_template(
        "followup/deadlines/ask.html",
        duty=duty,
        asked=asked,
        form=form,
        waits=any(one.answered_at is None for one in asked),
    )


@pages.route("/rapporter/utsettelser")
@requires(Permission.CASE_READ)
def extensions() -> ResponseReturnValue:
    """List the requests for later days that nobody has answered, the oldest first."""
    return render_template("followup/deadlines/to_answer.html", rows=queries.extensions_to_answer())


@pages.route("/rapporter/utsettelser/<int:extension_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def answer_extension(extension_id: int) -> ResponseReturnValue:
    """Show a request for a later day; an officer answers it."""
    found = queries.extension(extension_id)
    pass_gate(me(), found.duty.application_id)
    may = is_allowed(Permission.REPORT_REVIEW) and found.answered_at is None
    form = AnswerExtensionForm(granted_on=found.wanted_on)
    if may and form.validate_on_submit():
        granted = request.form.get("decision") == "grant"
        day = form.granted_on.data or found.wanted_on
        try:
            services.answer_extension(
                found, granted_on=day if granted else None,
                answer=form.answer.data or "", by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.granted_on if granted else form.answer)
        else:
            flash(_("Svaret er sendt."), "success")
            return redirect(url_for("followup.extensions"), 303)
    return render_template(
        "followup/deadlines/answer.html", extension=found, form=form, may_answer=may
    )
