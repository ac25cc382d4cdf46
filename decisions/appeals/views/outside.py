"""The party's side: whether and until when, the draft, the documents, and what comes of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries import application_of, saved_last
from applications.views.attachments import download
from applications.views.filling import Section, Sent, filled_in
from applications.views.room import arrived
from applications.views.talking import received
from decisions import queries
from decisions.appeals import queries as appeals
from decisions.appeals import services, words
from decisions.appeals.content import counted_as
from decisions.appeals.forms import (
    CommentForm,
    ComplaintFileForm,
    ComplaintForm,
    WithdrawComplaintForm,
)
from decisions.appeals.models import Complaint
from decisions.appeals.outside import may_comment, right_to_complain
from decisions.appeals.states import state_of
from decisions.appeals.telling import told_steps
from decisions.appeals.timing import deadline_of, references_of
from decisions.views.blueprint import pages
from foundation import clock, scans
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse

__all__ = ["words"]


@pages.route("/soknader/<int:application_id>/klage", methods=["GET"])
@requires(Permission.APPLICATION_READ)
def complain(application_id: int) -> ResponseReturnValue:
    """Show until when there is to complain, how that was computed, and what has been complained of."""
    return render_template(
        "decisions/appeals/complain.html",
        right=right_to_complain(me(), application_id, arrived()),
    )


@pages.route("/soknader/<int:application_id>/klage/<int:organisation_id>", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def begin_complaint(application_id: int, organisation_id: int) -> ResponseReturnValue:
    """Begin a complaint for one's organisation, or go on with its draft."""
    decision = queries.published_decision(me(), application_id)
    made = services.begin_complaint(decision, organisation_id, by=me(), at=arrived())
    return redirect(url_for("decisions.write_complaint", complaint_id=made.id), 303)


@pages.route("/klager/<int:complaint_id>/skriv", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def write_complaint(complaint_id: int) -> ResponseReturnValue:
    """Write the complaint; it saves itself, and need not be whole before it is sent."""
    complaint = own_draft(complaint_id)
    section = _section(complaint)
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        return _saved(complaint)
    decision = appeals.decision_complained_of(complaint)
    deadline = deadline_of(decision, complaint.organisation_id)
    return render_template(
        "decisions/appeals/write.html",
        complaint=complaint,
        deadline=deadline,
        steps=told_steps(deadline),
        late=deadline.has_passed(arrived()),
        form=filled.form,
        unsaved=filled.unsaved,
        last=saved_last(section.application, section.act, section.subject),
    )


@pages.route("/klager/<int:complaint_id>/vedlegg", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def complaint_files(complaint_id: int) -> ResponseReturnValue:
    """See the documents of a draft, and add one."""
    complaint = own_draft(complaint_id)
    form = ComplaintFileForm()
    if form.validate_on_submit():
        try:
            upload = received(form.file.data)
            if upload is not None:
                services.attach_to_complaint(complaint, upload, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error, on=form.file)
        else:
            flash(_("Vedlegget er lagt ved."), "success")
            return redirect(url_for("decisions.complaint_files", complaint_id=complaint_id), 303)
    return render_template(
        "decisions/appeals/files.html",
        complaint=complaint,
        form=form,
        states=scans.states_of(one.sha256 for one in complaint.files),
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
    )


@pages.route("/klager/<int:complaint_id>/vedlegg/<int:file_id>/fjern", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def remove_complaint_file(complaint_id: int, file_id: int) -> ResponseReturnValue:
    """Take a document out of a draft."""
    services.remove_from_complaint(own_draft(complaint_id), file_id, by=me(), at=arrived())
    flash(_("Vedlegget er fjernet."))
    return redirect(url_for("decisions.complaint_files", complaint_id=complaint_id), 303)


@pages.route("/klager/<int:complaint_id>/vedlegg/<int:file_id>")
@requires(Permission.APPLICATION_READ)
def complaint_file(complaint_id: int, file_id: int) -> ResponseReturnValue:
    """Hand a document of a complaint out to the party that sent it."""
    complaint = appeals.complaint_of(me(), complaint_id)
    found = appeals.file_of(complaint.id, file_id)
    return download(found.sha256, found.media_type, found.filename)


@pages.route("/klager/<int:complaint_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def own_complaint(complaint_id: int) -> ResponseReturnValue:
    """Read one's complaint as it was sent, what the office found, and comment on the statement."""
    complaint = appeals.complaint_of(me(), complaint_id)
    if complaint.submitted_at is None:
        return redirect(url_for("decisions.write_complaint", complaint_id=complaint_id))
    form = CommentForm()
    if form.validate_on_submit() and _commented(complaint, form):
        flash(_("Uttalelsen er sendt."), "success")
        return redirect(url_for("decisions.own_complaint", complaint_id=complaint_id), 303)
    return render_template(
        "decisions/appeals/own.html",
        complaint=complaint,
        state=state_of(complaint),
        steps=told_steps(counted_as(complaint.counting)) if complaint.counting else [],
        law=references_of(appeals.decision_complained_of(complaint)),
        form=form,
        may_comment=may_comment(complaint, arrived()),
    )


@pages.route("/klager/<int:complaint_id>/trekk", methods=["GET", "POST"])
@requires(Permission.APPLICATION_SIGN)
def withdraw_complaint(complaint_id: int) -> ResponseReturnValue:
    """Take a complaint back."""
    complaint = appeals.complaint_of(me(), complaint_id)
    if not complaint.is_open:
        raise NotFoundError
    form = WithdrawComplaintForm()
    if form.validate_on_submit():
        try:
            services.withdraw_complaint(complaint, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Klagen er trukket."), "success")
            return redirect(url_for("decisions.own_complaint", complaint_id=complaint_id), 303)
    return render_template("decisions/appeals/withdraw.html", complaint=complaint, form=form)


def own_draft(complaint_id: int) -> Complaint:
    """Find a complaint of one's organisation that is not sent. Raises NotFoundError."""
    complaint = appeals.complaint_of(me(), complaint_id)
    if complaint.submitted_at is not None:
        raise NotFoundError
    return complaint


def _commented(complaint: Complaint, form: CommentForm) -> bool:
    try:
        services.comment_on_statement(
            complaint, comment=form.comment.data or "", by=me(), at=arrived()
        )
    except RuleBrokenError as error:
        refuse(form, error, on=form.comment)
        return False
    return True


def _saved(complaint: Complaint) -> ResponseReturnValue:
    flash(_("Lagret kl. %(time)s.", time=f"{clock.in_oslo(clock.now()):%H:%M}"), "success")
    onward = request.form.get("then") == "next"
    page = "decisions.complaint_files" if onward else "decisions.write_complaint"
    return redirect(url_for(page, complaint_id=complaint.id), 303)


def _section(complaint: Complaint) -> Section[ComplaintForm]:
    """Let the complaint be filled in as the sections of an application are."""
    number = complaint.id

    def made(sent: Sent | None) -> ComplaintForm:
        now = own_draft(number)  # another may have saved, and so may we
        stored = {
            "seen": str(now.version),
            "wanted": now.wanted,
            "grounds": now.grounds,
            "late_because": now.late_because,
        }
        return ComplaintForm(formdata=sent, data=stored)

    def save(form: ComplaintForm, *, auto: bool) -> None:
        services.save_complaint(
            own_draft(number), form.content(), by=me(), at=arrived(), auto=auto
        )

    return Section(
        application=application_of(me(), complaint.application_id),
        key="complaint",
        heading=_("Klagen"),
        act="complaint.saved",
        subject=complaint.subject,
        form=made,
        save=save,
        beside=lambda: "",
    )
