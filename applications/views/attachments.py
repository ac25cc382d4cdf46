"""Documents: taken in after a look at their content, handed out only to those who may see the case."""

from urllib.parse import quote

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.documents import OTHER, file_name
from applications.forms import UploadForm
from applications.models import Application, Attachment
from applications.reading import read_over
from applications.views.room import arrived, of_section, pages, section_page
from criteria.completeness import Section
from foundation import files, scans
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse
from grants.limits import MOST_ATTACHMENTS
from grants.models import RequiredAttachment


@pages.route("/soknader/<int:application_id>/vedlegg", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_section(Section.ATTACHMENTS)
def attachments(application: Application) -> ResponseReturnValue:
    """See the documents, and add one."""
    form = UploadForm()
    form.offer(application)
    if form.validate_on_submit():
        upload = form.file.data
        try:
            services.attach(
                application, files.store().receive(upload.stream), kind=form.kind.data,
                filename=file_name(upload.filename), by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.file)
        else:
            flash(_("%(name)s er lagt ved.", name=file_name(upload.filename)))
            return redirect(url_for("applications.attachments", application_id=application.id), 303)
    documents = read_over(application).documents
    states = scans.states_of(one.attachment.sha256 for one in documents)
    return section_page(
        "attachments", application, "attachments", form=form, documents=documents, states=states,
        wanted=_wanted(application), megabytes=LARGEST_UPLOAD // 1024 // 1024,
        most=MOST_ATTACHMENTS, others=[one for one in documents if one.attachment.kind == OTHER],
    )  # fmt: skip


@pages.route(
    "/soknader/<int:application_id>/vedlegg/<int:attachment_id>/fjern", methods=["POST"]
)
@requires(Permission.APPLICATION_EDIT)
@of_section(Section.ATTACHMENTS)
def remove_attachment(application: Application, attachment_id: int) -> ResponseReturnValue:
    """Take a document out of the draft."""
    found = next((one for one in application.attachments if one.id == attachment_id), None)
    if found is None:
        raise NotFoundError
    services.remove_attachment(found, by=me(), at=arrived())
    flash(_("%(name)s er fjernet.", name=found.filename))
    return redirect(url_for("applications.attachments", application_id=application.id), 303)


@pages.route("/soknader/<int:application_id>/vedlegg/<int:attachment_id>")
@requires(Permission.APPLICATION_READ)
def attachment(application_id: int, attachment_id: int) -> ResponseReturnValue:
    """Hand a document out to those who take part in the application."""
    return handed_out(queries.attachment_of(me(), application_id, attachment_id))


def handed_out(found: Attachment) -> ResponseReturnValue:
    """Send a document to be saved, never to be shown as a page of ours."""
    return download(found.sha256, found.media_type, found.filename)


def download(sha256: str, media_type: str, filename: str) -> Response:
    """Send a stored file to be saved under a name, piece by piece.

    Raises RuleBrokenError for one that is infected, or waits for its verdict.
    """
    scans.refuse_unless_open(sha256)
    store = files.store()
    response = Response(store.pieces(sha256), mimetype=media_type)
    response.content_length = store.size_of(sha256)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _wanted(application: Application) -> list[tuple[RequiredAttachment, list[Attachment]]]:
    """Give each document that the call asks for, with what is there of it."""
    living = [one for one in application.attachments if one.removed_at is None]
    return [
        (wanted, [one for one in living if one.kind == wanted.code])
        for wanted in application.call.required_attachments
    ]
