"""The office's side: what projects ask help with, answering it, and noting what was given."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import closed_to, pass_gate
from followup.assistance import queries, services
from followup.assistance.forms import AnswerForm, GivenForm, TakeBackForm
from followup.assistance.models import AssistanceRequest, Usefulness
from followup.assistance.states import AssistanceState, state_of
from followup.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError
from foundation.forms import done


@pages.route("/rapporter/bistand")
@requires(Permission.CASE_READ)
def assistances() -> ResponseReturnValue:
    """List what projects ask help with, and add up what was given by year and kind."""
    rows = queries.all_requests()
    return render_template(
        "followup/assistance/to_answer.html",
        rows=rows,
        sums=queries.sums_of(one for one, _state in rows),
        judgements=list(Usefulness),
        hours_of=queries.hours_of,
        closed=closed_to(me(), {one.application_id for one, _state in rows}),
    )


@pages.route("/rapporter/bistand/<int:assistance_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def answer_assistance(assistance_id: int) -> ResponseReturnValue:
    """Read a request; an officer takes it on or declines it."""
    found = _opened(assistance_id)
    form = AnswerForm()
    may = is_allowed(Permission.REPORT_REVIEW) and state_of(found) is AssistanceState.ASKED
    if may and form.validate_on_submit() and done(form, lambda: _answer(found, form)):
        flash(_("Svaret er sendt."), "success")
        return _back(found)
    return _page(found, form, GivenForm(on=clock.today()))


@pages.route("/rapporter/bistand/<int:assistance_id>/gitt", methods=["POST"])
@requires(Permission.REPORT_REVIEW)
def note_given(assistance_id: int) -> ResponseReturnValue:
    """Note help that was given."""
    found, form = _opened(assistance_id), GivenForm()
    if form.validate_on_submit() and done(form, lambda: _note(found, form)):
        flash(_("Bistanden er ført."), "success")
        return _back(found)
    return _page(found, AnswerForm(), form)


@pages.route("/rapporter/bistand/<int:assistance_id>/gitt/<int:given_id>/trekk", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def take_given_back(assistance_id: int, given_id: int) -> ResponseReturnValue:
    """Take back a line that was noted wrongly."""
    found, form = _opened(assistance_id), TakeBackForm()
    line = next((one for one in found.given if one.id == given_id), None)
    if line is None:
        raise NotFoundError
    if form.validate_on_submit() and done(
        form,
        lambda: services.take_given_back(
            found, given_id, form.why.data or "", by=me(), at=clock.now()
        ),
    ):
        flash(_("Linjen er tatt tilbake. Den står igjen med grunnen."), "success")
        return _back(found)
    return render_template(
        "followup/assistance/take_back.html", found=found, line=line, form=form
    )


def _opened(assistance_id: int) -> AssistanceRequest:
    found = queries.any_request(assistance_id)
    pass_gate(me(), found.application_id)
    return found


def _answer(found: AssistanceRequest, form: AnswerForm) -> None:
    """Do what the button says."""
    services.answer_assistance(
        found, take_on=request.form.get("answer") == "take_on", words=form.words.data or "",
        by=me(), at=clock.now(),
    )  # fmt: skip


def _note(found: AssistanceRequest, form: GivenForm) -> None:
    services.note_given(found, form.given(), by=me(), at=clock.now())


def _back(found: AssistanceRequest) -> ResponseReturnValue:
    return redirect(url_for("followup.answer_assistance", assistance_id=found.id), 303)


def _page(found: AssistanceRequest, answer: AnswerForm, given: GivenForm) -> str:
    state, may = state_of(found), is_allowed(Permission.REPORT_REVIEW)
    return render_template(
        "followup/assistance/answer.html",
        found=found,
        state=state,
        answer=answer,
        given=given,
        may_answer=may and state is AssistanceState.ASKED,
        may_note=may and state is AssistanceState.TAKEN_ON,
    )
