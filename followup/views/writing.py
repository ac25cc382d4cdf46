"""The lead's side: writing a report, enclosing the auditor's statement, sending it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.documents import file_name
from applications.queries import saved_last
from applications.views.filling import Section, Sent, filled_in
from applications.views.room import arrived
from criteria.duties import DutyKind
from criteria.reporting import PARTS, Part
from followup import queries, services
from followup.asking.queries import asked_by
from followup.forms import AuditForm, ReportForm, SubmitForm, report_form
from followup.models import Report
from followup.reading import report_view
from followup.views.blueprint import pages
from followup.views.opening import Opened, opened_draft
from foundation import clock, files
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse


@pages.route("/rapporter/<int:report_id>/skriv", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def write(report_id: int) -> ResponseReturnValue:
    """Write the report; it saves itself, and need not be whole before it is sent."""
    found = opened_draft(report_id)
    if Part.WORK not in PARTS[found.report.duty.kind]:
        return redirect(url_for("followup.report_questions", report_id=report_id))
    section = _section(found)
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        return _saved(found)
    return render_template(
        "followup/write.html",
        view=report_view(found.report, found.application),
        form=filled.form,
        unsaved=filled.unsaved,
        returned=queries.returned_before(found.report),
        last=saved_last(found.application, section.act, section.subject),
    )


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


def _saved(found: Opened) -> ResponseReturnValue:
    """Say when it was saved, and stay or go on."""
    flash(_("Lagret kl. %(time)s.", time=f"{clock.in_oslo(clock.now()):%H:%M}"), "success")
    page = "write"
    if request.form.get("then") == "next":
        asks = asked_by(found.application.call_id).get(found.report.duty.kind)
        page = "report_questions" if asks else after_answers(found.report)
    return redirect(url_for(f"followup.{page}", report_id=found.report.id), 303)


def after_answers(report: Report) -> str:
    """Name the page that comes after all that is written: the auditor's statement, or sending."""
    return "audit" if report.duty.kind is DutyKind.ANNUAL else "submit"


def _section(found: Opened) -> Section[ReportForm]:
    """Let the report be filled in as the sections of an application are."""
    number = found.report.id

    def made(sent: Sent | None, *, named: bool = False) -> ReportForm:
        now = opened_draft(number)  # another may have saved, and so may we
        return report_form(now.report, queries.project_of(now.application), sent, named=named)

    def save(form: ReportForm, *, auto: bool) -> None:
        services.save_report(found.report, form.content(), by=me(), at=arrived(), auto=auto)

    return Section(
        application=found.application,
        key="report",
        heading=_("Rapporten"),
        act="report.saved",
        subject=found.report.subject,
        form=made,
        alone=lambda sent: made(sent, named=True),
        save=save,
        beside=lambda: _spent(number),
    )


def _spent(report_id: int) -> str:
    found = opened_draft(report_id)
    return render_template("followup/spent.html", view=report_view(found.report, found.application))
