"""The office's side: the document of a kommune's own decision."""

from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.attachments import download
from assessments.queries import pass_gate
from decisions.localdecisions import queries
from decisions.views.blueprint import pages


@pages.route("/saker/kommunenes-vedtak/<int:local_decision_id>/dokument")
@requires(Permission.CASE_READ)
def case_local_document(local_decision_id: int) -> ResponseReturnValue:
    """Hand the document of a decision out to whom the case is open."""
    found, application_id = queries.any_document(local_decision_id)
    pass_gate(me(), application_id)
    return download(found.sha256, found.media_type, found.filename)
