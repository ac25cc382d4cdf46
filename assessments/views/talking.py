"""The office's pages for the talk with applicants: the questions that wait, each talk, internal notes."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.ended import done_here, typed_here
from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.contacts.alarms import alarms_of, out_of_reach
from applications.facts import lead_of
from applications.forms.talking import MessageForm
from applications.messages import services as messages
from applications.messages.models import Side
from applications.messages.queries import message_file, unanswered, unread_by, waits_for_answer
from applications.messages.routing import set_officers_of
from applications.messages.shown import shown_thread
from applications.views.attachments import download
from applications.views.talking import received
from assessments import queries
from assessments.forms.talking import NoteForm
from assessments.panels import Content, Panel, register_panel
from assessments.talking import services
from assessments.talking.queries import (
    case_or_draft,
    note_in,
    notes_of,
    officers_of,
    what_there_is,
)
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation

register_navigation(
    NavItem("assessments.questions", _l("Meldinger"), Permission.APPLICATION_CONTROL, order=32)
)


@pages.route("/saker/meldinger")
@requires(Permission.APPLICATION_CONTROL)
def questions() -> ResponseReturnValue:
    """List the questions that nobody has answered, and the cases whose applicants we do not reach."""
    return render_template(
        "assessments/questions.html", questions=unanswered(), out_of_reach=out_of_reach()
    )


@pages.route("/saker/<int:application_id>/meldinger", methods=["GET", "POST"])
@requires(Permission.APPLICATION_CONTROL)
def talk(application_id: int) -> ResponseReturnValue:
    """Read what has passed between applicant and office, and answer."""
    application = case_or_draft(me(), application_id)
    form = MessageForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.answer_applicant(
                application, body=form.body.data or "", upload=received(form.file.data),
                by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.file if form.file.data else form.body)
        else:
            done_here()
            flash(_("Meldingen er sendt til søkeren."), "success")
            return redirect(url_for("assessments.talk", application_id=application_id), 303)
    thread = shown_thread(application_id, Side.OFFICE)
    if thread:
        messages.note_read(application_id, Side.OFFICE, by=me(), at=clock.now())
    return render_template(
        "assessments/talk.html", application=application, form=form, thread=thread,
        lead=lead_of(application), waits=waits_for_answer(application_id),
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
    )  # fmt: skip


@pages.route("/saker/<int:application_id>/meldinger/uten-svar", methods=["POST"])
@requires(Permission.APPLICATION_CONTROL)
def settle(application_id: int) -> ResponseReturnValue:
    """Find that the last message needs no answer."""
    services.settle(case_or_draft(me(), application_id), by=me(), at=clock.now())
    flash(_("Meldingen er merket som ferdig."), "success")
    return redirect(url_for("assessments.questions"), 303)


@pages.route("/saker/<int:application_id>/meldinger/<int:message_id>/fil")
@requires(Permission.CASE_READ)
def message_attachment(application_id: int, message_id: int) -> ResponseReturnValue:
    """Hand out the file of a message to whom the talk is open."""
    case_or_draft(me(), application_id)
    found = message_file(application_id, message_id)
    return download(found.sha256 or "", found.media_type or "", found.filename or "")


@pages.route("/saker/<int:application_id>/merknader", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def notes(application_id: int) -> ResponseReturnValue:
    """Read what officers have noted in a case, and leave a note."""
    application = queries.opened(me(), application_id)
    may_write = queries.takes_part(me())
    if request.method == "POST" and not may_write:
        raise NotFoundError
    form = NoteForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.write_note(application, body=form.note.data or "", by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.note)
        else:
            done_here()
            flash(_("Merknaden er lagret. Søkeren ser den ikke."), "success")
            return redirect(url_for("assessments.notes", application_id=application_id), 303)
    return render_template(
        "assessments/notes.html", application=application, form=form, notes=notes_of(application_id),
        may_write=may_write, reader=me().id,
    )  # fmt: skip


@pages.route("/saker/<int:application_id>/merknader/<int:note_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def rewrite_note(application_id: int, note_id: int) -> ResponseReturnValue:
    """Put another wording in the place of one's own note; the earlier one stays."""
    application = queries.opened(me(), application_id)
    note = note_in(application_id, note_id)
    if note.person_id != me().id or not queries.takes_part(me()):
        raise NotFoundError
    form = NoteForm(formdata=typed_here(), data={"note": note.body})
    if form.validate_on_submit():
        try:
            services.rewrite_note(note, body=form.note.data or "", by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.note)
        else:
            done_here()
            flash(_("Merknaden er endret. Det som sto før, kan fortsatt leses."), "success")
            return redirect(url_for("assessments.notes", application_id=application_id), 303)
    return render_template(
        "assessments/rewrite_note.html", application=application, form=form, note=note
    )


def _panel(application_id: int) -> Content:
    there = what_there_is(application_id)
    thread = shown_thread(application_id, Side.OFFICE) if there.messages else []
    unread = unread_by(me(), [application_id], Side.OFFICE) if thread else {}
    return Content(
        "assessments/talk_panel.html",
        {
            "application_id": application_id, "thread": thread[-1:], "number": len(thread),
            "unread": unread.get(application_id, 0),
            "notes": notes_of(application_id) if there.notes else [],
            "alarms": alarms_of(application_id),
            "waits": waits_for_answer(application_id) if thread else None,
            "may_write": is_allowed(Permission.APPLICATION_CONTROL),
            "may_note": queries.takes_part(me()),
        },
    )  # fmt: skip


register_panel(
    Panel(
        anchor="meldinger", title=_l("Meldinger og merknader"), permission=Permission.CASE_READ,
        order=5, load=_panel,
    )
)  # fmt: skip
set_officers_of(officers_of)
