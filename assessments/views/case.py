"""The case page: everything about a case on one page. And its documents."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries import case_attachment
from applications.views.attachments import handed_out
from assessments import queries
from assessments.casefile import case_file
from assessments.views.blueprint import pages


@pages.route("/saker/<int:application_id>")
@requires(Permission.CASE_READ)
def case(application_id: int) -> ResponseReturnValue:
    """Show a case whole to whom it is open."""
    queries.pass_gate(me(), application_id)
    return render_template("assessments/case.html", file=case_file(application_id, me()))


@pages.route("/saker/<int:application_id>/vedlegg/<int:attachment_id>")
@requires(Permission.CASE_READ)
def attachment(application_id: int, attachment_id: int) -> ResponseReturnValue:
    """Hand a document of a case out to whom the case is open."""
    queries.pass_gate(me(), application_id)
    return handed_out(case_attachment(application_id, attachment_id))
