"""The kommune's side: writing what the project has learnt, and sending it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.documents import file_name
from applications.views.room import arrived
from criteria.duties import DutyKind
from criteria.experience import gaps
from followup.experience import queries, services, words
from followup.experience.content import facts_of
from followup.experience.forms import DocumentForm, ExperienceForm, experience_form
from followup.experience.models import Experience
from followup.experience.states import ExperienceState, state_of
from followup.models import Duty
from followup.queries.duties import duty_of, duty_with_reports
from followup.views.blueprint import pages
from foundation import files
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import done, refuse
from grants.registers import queries as registers

__all__ = ["words"]


@pages.route("/rapporter/plikt/<int:duty_id>/erfaringer", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def experience(duty_id: int) -> ResponseReturnValue:
    """Write what the project has learnt, and send it for everybody to read."""
    duty = _opened(duty_id)
    form = experience_form(_newest(duty), registers.standards())
    if form.validate_on_submit() and done(form, lambda: _save(duty, form)):
        return redirect(url_for("followup.experience", duty_id=duty_id), 303)
    return _page(duty, form, DocumentForm())


@pages.route("/rapporter/plikt/<int:duty_id>/erfaringer/dokumenter", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def add_experience_document(duty_id: int) -> ResponseReturnValue:
    """Add a document that others can use."""
    duty, form = _opened(duty_id), DocumentForm()
    if form.validate_on_submit():
        upload = form.file.data
        try:
            services.add_document(
                duty.application_id, files.store().receive(upload.stream),
                filename=file_name(upload.filename), by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error, on=form.file)
        else:
            flash(_("%(name)s er lagt ved.", name=file_name(upload.filename)), "success")
            return redirect(url_for("followup.experience", duty_id=duty_id), 303)
    return _page(duty, experience_form(_newest(duty), registers.standards()), form)


@pages.route(
    "/rapporter/plikt/<int:duty_id>/erfaringer/dokumenter/<int:document_id>/fjern", methods=["POST"]
)
@requires(Permission.REPORT_WRITE)
def remove_experience_document(duty_id: int, document_id: int) -> ResponseReturnValue:
    """Take a document out again."""
    duty = _opened(duty_id)
    services.remove_document(duty.application_id, document_id, by=me(), at=arrived())
    flash(_("Dokumentet er fjernet."))
    return redirect(url_for("followup.experience", duty_id=duty_id), 303)


def _opened(duty_id: int) -> Duty:
    duty = duty_with_reports(duty_of(me(), duty_id).id)
    if duty.kind is not DutyKind.EXPERIENCE:
        raise NotFoundError
    return duty


def _newest(duty: Duty) -> Experience | None:
    return next(iter(queries.of_case(duty.application_id)), None)


def _save(duty: Duty, form: ExperienceForm) -> None:
    """Save, and send where that button was pressed; what cannot be sent is saved all the same."""
    services.save_experience(duty.application_id, form.content(), by=me(), at=arrived())
    if request.form.get("then") == "send":
        services.send_experience(duty.application_id, by=me(), at=arrived())
        flash(_("Erfaringene er sendt inn."), "success")
    else:
        flash(_("Erfaringene er lagret."), "success")


def _page(duty: Duty, form: ExperienceForm, document: DocumentForm) -> str:
    newest = _newest(duty)
    state = state_of(newest) if newest else None
    return render_template(
        "followup/experience/write.html",
        duty=duty,
        form=form,
        document=document,
        newest=newest,
        state=state,
        locked=state is ExperienceState.SENT,
        may_attach=state is ExperienceState.DRAFT,
        titles=registers.titles(),
        gaps=gaps(facts_of(newest)) if newest and state is ExperienceState.DRAFT else (),
    )
