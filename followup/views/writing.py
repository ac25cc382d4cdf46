"""The lead's side: writing a report, enclosing the auditor's statement, sending it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.documents import file_name
from applications.views.conflicts import both_texts, settled
from applications.views.room import arrived
from criteria.duties import DutyKind
from followup import queries, services
from followup.forms import AuditForm, SubmitForm, report_form
from followup.models import Report
from followup.reading import report_view
from followup.views.blueprint import pages
from followup.views.opening import opened_draft
from foundation import clock, files
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse


@pages.route("/rapporter/<int:report_id>/skriv", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def write(report_id: int) -> ResponseReturnValue:
    """Write the report; it can be saved at any time, and need not be whole before it is sent."""
    found = opened_draft(report_id)
    view = report_view(found.report, found.application)
    stored = report_form(found.report, view.project)
    form = report_form(found.report, view.project, settled(stored))
    if request.method == "GET":
        form.remember()
    if form.validate_on_submit():
        try:
            services.save_report(found.report, form.content(), by=me(), at=arrived())
        except StaleError:
            return _both(report_id)
        return _saved(found.report)
    returned = queries.returned_before(found.report)
    return render_template("followup/write.html", view=view, form=form, returned=returned)


@pages.route("/rapporter/<int:report_id>/revisor", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def audit(report_id: int) -> ResponseReturnValue:
    """Enclose the auditor's statement about the accounts of an annual report."""
    found = opened_draft(report_id)
    if found.report.duty.kind is not DutyKind.ANNUAL:
        raise NotFoundError
    form = AuditForm()
    if form.validate_on_submit():
        upload = form.file.data
        try:
            services.enclose_audit(
                found.report, files.store().receive(upload.stream),
                filename=file_name(upload.filename), by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.file)
        else:
            flash(_("%(name)s er lagt ved.", name=file_name(upload.filename)), "success")
            return redirect(url_for("followup.audit", report_id=report_id), 303)
    return render_template(
        "followup/audit.html",
        view=report_view(found.report, found.application),
        form=form,
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
    )


@pages.route("/rapporter/<int:report_id>/revisor/fjern", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def remove_audit(report_id: int) -> ResponseReturnValue:
    """Take the auditor's statement out of the draft."""
    services.remove_audit(opened_draft(report_id).report, by=me(), at=arrived())
    flash(_("Bekreftelsen fra revisor er fjernet."))
    return redirect(url_for("followup.audit", report_id=report_id), 303)


@pages.route("/rapporter/<int:report_id>/send-inn", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def submit(report_id: int) -> ResponseReturnValue:
    """Read the report over, see what is missing, and send it."""
    found = opened_draft(report_id)
    form = SubmitForm()
    if form.validate_on_submit():
        try:
            services.submit_report(found.report, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Rapporten er sendt inn."), "success")
            return redirect(url_for("followup.show", report_id=report_id), 303)
    return render_template(
        "followup/submit.html",
        view=report_view(found.report, found.application),
        form=form,
        may_sign=found.may_sign,
    )


def _saved(report: Report) -> ResponseReturnValue:
    """Say when it was saved, and stay or go on."""
    flash(_("Lagret kl. %(time)s.", time=f"{clock.in_oslo(clock.now()):%H.%M}"), "success")
    page = "write"
    if request.form.get("then") == "next":
        page = "audit" if report.duty.kind is DutyKind.ANNUAL else "submit"
    return redirect(url_for(f"followup.{page}", report_id=report.id), 303)


def _both(report_id: int) -> ResponseReturnValue:
    """Show both texts where a colleague has saved in the meantime."""
    found = opened_draft(report_id)
    project = queries.project_of(found.application)
    mine = report_form(found.report, project, MultiDict(request.form), named=True)
    theirs = report_form(found.report, project, named=True)
    return both_texts(found.application, "report.saved", _("Rapporten"), mine, theirs)
