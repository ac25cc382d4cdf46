"""Marking a case: the application beside the sheet, one's own marks, and both officers' when done."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.models import Application
from applications.reading import read_over
from assessments import queries, services
from assessments.forms import MarkSheet, mark_sheet
from assessments.models import Assessment, Score, Task
from assessments.rights import may_moderate
from assessments.scoresheet import ScoreSheet, score_sheet
from assessments.views.blueprint import pages
from criteria.procedure import Step
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants

FINISH = "finish"
"""What the button says that freezes the marks."""


@pages.route("/saker/<int:application_id>/vurdering", methods=["GET", "POST"])
@requires(Permission.APPLICATION_ASSESS)
def marks(application_id: int) -> ResponseReturnValue:
    """Mark the case; or read one's own marks, and everybody's when all have finished."""
    application = queries.opened(me(), application_id)
    own = queries.own_assessment(me(), application_id)
    if not _may_mark(application, own):
        return _read(application, own)
    call = grants.call(application.call_id)
    form = mark_sheet(call.criteria, own.marks if own else ())
    if form.validate_on_submit() and _saved(application, form):
        return redirect(url_for("assessments.marks", application_id=application_id), 303)
    return render_template(
        "assessments/mark.html",
        application=application,
        form=form,
        whole=read_over(application),
        third=queries.third_reading_of(application_id),
        reading=queries.reading_list(me(), application),
    )


def _may_mark(application: Application, own: Assessment | None) -> bool:
    return (
        application.step is Step.ELIGIBLE
        and queries.is_put_on(me().id, application.id, Task.ASSESS)
        and (own is None or own.finished_at is None)
    )


def _read(application: Application, own: Assessment | None) -> ResponseReturnValue:
    score = queries.present_score(application.id)
    assesses = queries.is_put_on(me().id, application.id, Task.ASSESS)
    return render_template(
        "assessments/marked.html",
        application=application,
        own=own,
        sheet=None if score is None else _sheet(score),
        assesses=assesses,
        third=queries.third_reading_of(application.id),
        reading=queries.reading_list(me(), application) if assesses else None,
        may_moderate=score is not None and may_moderate(me(), application, score),
    )


def _sheet(score: Score) -> ScoreSheet:
    return score_sheet(queries.assessments_behind(score), score, queries.moderations_behind(score))


def _saved(application: Application, form: MarkSheet) -> bool:
    """Save the sheet; and freeze it, when that is the button that was pressed."""
    try:
        services.save_marks(application, form.markings(), by=me(), at=clock.now())
        if request.form.get("then") != FINISH:
            flash(_("Utkastet er lagret. Bare du ser det."), "success")
            return True
        score = services.finish_assessment(application, by=me(), at=clock.now())
    except RuleBrokenError as error:
        refuse(form, error)
        return False
    if score is None:
        flash(_finished_alone(application.id), "success")
    else:
        flash(_("Alle er ferdige. Saken har fått sine poeng."), "success")
    return True


def _finished_alone(application_id: int) -> str:
    if queries.reading_of(application_id).wants_third:
        return str(_("Vurderingen din er ferdig. Saken får sine poeng når tre har lest den."))
    return str(_("Vurderingen din er ferdig. Poengene regnes ut når den andre er ferdig."))
