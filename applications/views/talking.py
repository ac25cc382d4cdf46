"""The applicant's side of the talk with the office, and who is reached about the case."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries
from applications.contacts import services as contacts
from applications.contacts.alarms import alarms_of
from applications.contacts.current import Contact, contact_of
from applications.documents import Upload, file_name
from applications.forms.talking import ContactForm, MessageForm
from applications.messages import services
from applications.messages.models import Side
from applications.messages.queries import application_to_write_in, message_file
from applications.messages.shown import shown_thread
from applications.views.attachments import download
from applications.views.room import arrived, pages
from criteria.steps import Step
from foundation import files
from foundation.errors import RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse


@pages.route("/soknader/<int:application_id>/meldinger", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def messages(application_id: int) -> ResponseReturnValue:
    """Read what has passed between those who apply and the office, and write."""
    application = application_to_write_in(me(), application_id)
    form = MessageForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.ask_office(
                application, body=form.body.data or "", upload=received(form.file.data),
                by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.file if form.file.data else form.body)
        else:
            done_here()
            flash(_("Meldingen er sendt. Vi svarer her."), "success")
            return redirect(url_for("applications.messages", application_id=application_id), 303)
    thread = shown_thread(application_id, Side.APPLICANT)
    if thread:
        services.note_read(application_id, Side.APPLICANT, by=me(), at=arrived())
    return render_template(
        "applications/messages.html", application=application, form=form, thread=thread,
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>/meldinger/<int:message_id>/fil")
@requires(Permission.APPLICATION_READ)
def message_attachment(application_id: int, message_id: int) -> ResponseReturnValue:
    """Hand out the file of a message to those who take part in the application."""
    application_to_write_in(me(), application_id)
    found = message_file(application_id, message_id)
    return download(found.sha256 or "", found.media_type or "", found.filename or "")


@pages.route("/soknader/<int:application_id>/kontakt", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def contact(application_id: int) -> ResponseReturnValue:
    """See who is reached about a case, and name somebody else."""
    application = queries.led_by(me(), application_id)
    if application.step is Step.DRAFT:
        return redirect(url_for("applications.basics", application_id=application_id))
    form = ContactForm(formdata=typed_here(), data=contact_of(application)._asdict())
    if form.validate_on_submit():
        new = Contact(form.name.data or "", form.email.data or "", form.phone.data or "")
        try:
            contacts.name_contact(application, new, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error, on=form.email)
        else:
            done_here()
            flash(_("%(name)s er nå kontaktperson.", name=new.name), "success")
            return redirect(url_for("applications.show", application_id=application_id), 303)
    return render_template(
        "applications/contact.html", application=application, form=form,
        alarms=alarms_of(application_id),
    )  # fmt: skip


def received(upload: FileStorage | None) -> Upload | None:
    """Put a file that came with a form into the store, if one did. Raises RuleBrokenError."""
    if not upload or not upload.filename:
        return None
    return Upload(files.store().receive(upload.stream), file_name(upload.filename))
