"""Requests for documents, as the office answers them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments.queries import pass_gate
from figures.openness import queries, services
from figures.openness.forms import AnswerForm
from figures.openness.given import document_behind
from figures.openness.models import DisclosureRequest
from figures.openness.papers import Paper
from figures.openness.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/innsynskrav")
@requires(Permission.DISCLOSURE_ANSWER)
def requests() -> ResponseReturnValue:
    """List what waits for an answer, the first due first, and what was answered last."""
    return render_template(
        "openness/requests.html",
        waiting=queries.unanswered_requests(),
        answered=queries.answered_lately(),
        today=clock.today(),
    )


@pages.route("/innsynskrav/<int:request_id>", methods=["GET", "POST"])
@requires(Permission.DISCLOSURE_ANSWER)
def answer_request(request_id: int) -> ResponseReturnValue:
    """See what is asked for, and hand out all of it, parts of it, or nothing."""
    asked = queries.request(request_id)
    pass_gate(me(), asked.line.application_id)
    paper = document_behind(asked.line)
    form = AnswerForm()
    form.offer(paper.parts)
    if asked.answered_at is None and form.validate_on_submit() and _answered(asked, paper, form):
        flash(_("Svaret er sendt."), "success")
        return redirect(url_for("openness.requests"), 303)
    return render_template(
        "openness/answer_request.html",
        request=asked,
        line=queries.public_line(asked.line_id),
        paper=paper,
        form=form,
        today=clock.today(),
    )


def _answered(asked: DisclosureRequest, paper: Paper, form: AnswerForm) -> bool:
    try:
        services.answer_request(
            asked, given=form.given.data or [], held=paper.keys, ground=form.chosen,
            answer=form.answer.data or "", by=me(), at=clock.now(),
        )  # fmt: skip
    except RuleBrokenError as error:
        refuse(form, error, on=form.ground)
        return False
    return True
