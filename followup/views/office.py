"""The office's side: the list of reports, and reviewing one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import pass_gate
from followup import queries, services
from followup.comparing import comparison
from followup.forms import MetForm, ReviewFilterForm, ReviewForm
from followup.reading import report_view
from followup.states import DutyState
from followup.views.blueprint import pages
from followup.views.opening import opened_by_the_office
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done, refuse
from grants import queries as grants


@pages.route("/rapporter/til-behandling")
@requires(Permission.CASE_READ)
def to_review() -> ResponseReturnValue:
    """List the reports that are owed or sent, fifty a page, the first due first."""
    form = ReviewFilterForm()
    form.offer(grants.calls())
    try:
        page = queries.review_page(
            form.chosen(), after=request.args.get("after"), before=request.args.get("before")
        )
    except queries.BookmarkError as error:
        raise NotFoundError from error
    return render_template(
        "followup/to_review.html",
        form=form,
        page=page,
        may_note=is_allowed(Permission.REPORT_REVIEW),
    )


@pages.route("/rapporter/plikt/<int:duty_id>/oppfylt", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def note_met(duty_id: int) -> ResponseReturnValue:
    """Note that a duty without a report form is met, and how."""
    duty = queries.formless_duty(duty_id)
    pass_gate(me(), duty.application_id)
    form = MetForm()

    def note() -> None:
        services.note_met(duty, how=form.how.data or "", by=me(), at=clock.now())

    if form.validate_on_submit() and done(form, note):
        flash(_("Plikten er registrert som oppfylt."), "success")
        return redirect(url_for("followup.to_review", queue="all"), 303)
    return render_template("followup/met.html", duty=duty, form=form)


@pages.route("/rapporter/til-behandling/<int:report_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def review(report_id: int) -> ResponseReturnValue:
    """Show a report beside the application and earlier reports; an officer answers it."""
    found = opened_by_the_office(report_id)
    view = report_view(found.report, found.application)
    may = is_allowed(Permission.REPORT_REVIEW) and view.state is DutyState.SUBMITTED
    form = ReviewForm()
    if may and form.validate_on_submit() and _answered(report_id, form):
        return redirect(url_for("followup.to_review"), 303)
    return render_template(
        "followup/review.html", view=view, form=form, may_review=may, beside=comparison(view)
    )


def _answered(report_id: int, form: ReviewForm) -> bool:
    """Approve or return, as the button says; tell on the form why it was refused."""
    approved = request.form.get("answer") == "approve"
    try:
        services.review_report(
            queries.any_report(report_id),
            approved=approved,
            text=form.text.data or "",
            by=me(),
            at=clock.now(),
        )
    except RuleBrokenError as error:
        refuse(form, error, on=form.text)
        return False
    flash(_("Rapporten er godkjent.") if approved else _("Rapporten er sendt tilbake."), "success")
    return True
