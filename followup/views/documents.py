"""The printed report and the auditor's statement, handed out to be saved."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.permissions import Permission, requires
from applications.views.attachments import download
from decisions.making import PDF
from followup.models import Report
from followup.views.blueprint import pages
from followup.views.opening import Opened, opened_by_the_office, opened_outside
from foundation import words
from foundation.errors import NotFoundError

ANY_BYTES = "application/octet-stream"
"""What an enclosed file is handed out as: to be saved under its name, whatever it holds."""


@pages.route("/rapporter/<int:report_id>/rapport.pdf")
@requires(Permission.REPORT_WRITE)
def document(report_id: int) -> ResponseReturnValue:
    """Hand the printed report out to those who take part in the project."""
    return _printed(opened_outside(report_id), "followup.show")


@pages.route("/rapporter/<int:report_id>/revisor-vedlegg")
@requires(Permission.REPORT_WRITE)
def enclosed(report_id: int) -> ResponseReturnValue:
    """Hand the auditor's statement out to those who take part in the project."""
    return _enclosed(opened_outside(report_id).report)


@pages.route("/rapporter/til-behandling/<int:report_id>/rapport.pdf")
@requires(Permission.CASE_READ)
def case_document(report_id: int) -> ResponseReturnValue:
    """Hand the printed report out to whom the case is open."""
    return _printed(opened_by_the_office(report_id), "followup.review")


@pages.route("/rapporter/til-behandling/<int:report_id>/revisor-vedlegg")
@requires(Permission.CASE_READ)
def case_enclosed(report_id: int) -> ResponseReturnValue:
    """Hand the auditor's statement out to whom the case is open."""
    return _enclosed(opened_by_the_office(report_id).report)


def _printed(found: Opened, page: str) -> ResponseReturnValue:
    report = found.report
    if report.submitted_at is None:
        raise NotFoundError
    if report.document_sha256 is None:
        flash(_("Rapporten lages som PDF nå. Prøv igjen om litt."), "info")
        return redirect(url_for(page, report_id=report.id), 303)
    case = (found.application.case_number or "").replace("/", "-")
    name = f"{case}-{words.say(report.duty.kind).lower()}-{report.duty.year}.pdf"
    return download(report.document_sha256, PDF, name)


def _enclosed(report: Report) -> ResponseReturnValue:
    if report.audit_sha256 is None or report.audit_filename is None:
        raise NotFoundError
    return download(report.audit_sha256, ANY_BYTES, report.audit_filename)
