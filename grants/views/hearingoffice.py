"""Hearings as the office sees them: opened, read, answered and summed up."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import done
from grants.forms.draft import present, versioned
from grants.forms.hearings import AnswerForm, OpenHearingForm, SummaryForm
from grants.hearings import queries, services
from grants.hearings.models import Outcome
from grants.shown import hearings as shown
from grants.views.blueprint import pages
from grants.views.drafting import draft_of, saved


@pages.route("/forvaltning/utlysninger/<int:call_id>/horing", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def open_hearing(call_id: int) -> ResponseReturnValue:
    """Open a draft for comment; one that is opened already is shown."""
    heard = queries.hearing_of(call_id)
    if heard is not None:
        return redirect(url_for("grants.hearing_answers", hearing_id=heard.id))
    found = draft_of(call_id)
    form = OpenHearingForm(**versioned(found))
    if saved(
        form,
        found,
        lambda: services.open_hearing(
            found, asked=form.both("asked"), closes_on=present(form.closes_on.data), by=me(),
            at=clock.now(),
        ),
    ):  # fmt: skip
        flash(_("Høringen er åpnet. Alle som kan søke, får beskjed."), "success")
        return redirect(url_for("grants.open_hearing", call_id=call_id), 303)
    return render_template("grants/open_hearing.html", call=found, form=form)


@pages.route("/forvaltning/horinger/<int:hearing_id>")
@requires(Permission.CALL_MANAGE)
def hearing_answers(hearing_id: int) -> ResponseReturnValue:
    """See everything that was said, and what is answered of it."""
    found = queries.hearing(hearing_id)
    comments = queries.comments_on(found)
    return render_template(
        "grants/hearing_answers.html",
        hearing=found,
        open=shown.is_open(found, clock.now()),
        parts=shown.only_commented(shown.show_points(found, comments)),
        number=len(comments),
        organisations=len({one.organisation_id for one in comments}),
        without=sum(one.answer is None for one in comments),
    )


@pages.route("/forvaltning/horinger/<int:hearing_id>/svar", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def answer_comments(hearing_id: int) -> ResponseReturnValue:
    """Answer one comment, or several that say the same."""
    found = queries.hearing(hearing_id)
    form = AnswerForm(data={"comments": request.args.getlist("innspill", type=int)})
    form.offer(queries.comments_on(found), shown.point_codes(found))
    if form.validate_on_submit() and done(
        form,
        lambda: services.answer_comments(
            found, form.comments.data or (), Outcome(form.outcome.data), form.reason, by=me(),
            at=clock.now(),
        ),
    ):  # fmt: skip
        flash(_("Svaret er lagret. Det blir offentlig når utlysningen kunngjøres."), "success")
        return redirect(url_for("grants.hearing_answers", hearing_id=hearing_id), 303)
    return render_template("grants/hearing_answer.html", hearing=found, form=form)


@pages.route("/forvaltning/horinger/<int:hearing_id>/oppsummering", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def sum_up(hearing_id: int) -> ResponseReturnValue:
    """Write what came of the hearing as a whole."""
    found = queries.hearing(hearing_id)
    kept = found.summary
    form = SummaryForm(
        data={"summary_nb": kept.nb, "summary_nn": kept.nn} if kept is not None else None
    )
    if form.validate_on_submit() and done(
        form, lambda: services.sum_up(found, form.summary, by=me(), at=clock.now())
    ):
        flash(_("Oppsummeringen er lagret. Den blir offentlig når utlysningen kunngjøres."), "success")
        return redirect(url_for("grants.hearing_answers", hearing_id=hearing_id), 303)
    return render_template("grants/hearing_summary.html", hearing=found, form=form)
