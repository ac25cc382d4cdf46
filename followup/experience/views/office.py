"""The office's side: what is sent to the library, and publishing, returning or withdrawing it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.views.attachments import download
from assessments.queries import closed_to, pass_gate
from followup.experience import queries, services
from followup.experience.forms import AnswerForm
from followup.experience.models import Experience
from followup.experience.states import ExperienceState, state_of
from followup.views.blueprint import pages
from followup.views.documents import ANY_BYTES
from foundation import clock
from foundation.errors import NotFoundError
from foundation.forms import done
from grants.registers import queries as registers


@pages.route("/rapporter/erfaringer")
@requires(Permission.CASE_READ)
def experiences() -> ResponseReturnValue:
    """List what projects have told, those that wait for an answer first."""
    rows = queries.sent_experiences()
    return render_template(
        "followup/experience/to_answer.html",
        rows=[(row, state_of(row.experience)) for row in rows],
        closed=closed_to(me(), {row.experience.application_id for row in rows}),
    )


@pages.route("/rapporter/erfaringer/<int:experience_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def answer_experience(experience_id: int) -> ResponseReturnValue:
    """Read what a project tells; an officer publishes it, returns it or takes it out again."""
    found = queries.sent_experience(experience_id)
    pass_gate(me(), found.application_id)
    form, state = AnswerForm(), state_of(found)
    may = is_allowed(Permission.REPORT_REVIEW)
    if may and form.validate_on_submit() and done(form, lambda: _answer(found, form)):
        flash(_("Svaret er lagret."), "success")
        return redirect(url_for("followup.experiences"), 303)
    return render_template(
        "followup/experience/answer.html",
        experience=found,
        titles=registers.titles(),
        state=state,
        form=form,
        may_answer=may and state is ExperienceState.SENT,
        may_withdraw=may and state is ExperienceState.PUBLISHED,
    )


@pages.route("/rapporter/erfaringer/<int:experience_id>/dokumenter/<int:document_id>")
@requires(Permission.CASE_READ)
def experience_document(experience_id: int, document_id: int) -> ResponseReturnValue:
    """Hand a document out to whom the case is open."""
    found = queries.sent_experience(experience_id)
    pass_gate(me(), found.application_id)
    one = next((one for one in found.documents if one.id == document_id), None)
    if one is None:
        raise NotFoundError
    return download(one.sha256, ANY_BYTES, one.filename)


def _answer(found: Experience, form: AnswerForm) -> None:
    """Do what the button says."""
    pressed, text = request.form.get("answer"), form.text.data or ""
    if pressed == "withdraw":
        services.withdraw_experience(found, why=text, by=me(), at=clock.now())
    else:
        services.answer_experience(
            found, publish=pressed == "publish", text=text, by=me(), at=clock.now()
        )
