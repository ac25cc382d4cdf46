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
from assessments.models import Assessment, Task
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
        "assessments/mark.html", application=application, form=form, whole=read_over(application)
    )


def _may_mark(application: Application, own: Assessment | None) -> bool:
    return (
        application.step is Step.ELIGIBLE
        and queries.is_put_on(me().id, application.id, Task.ASSESS)
        and (own is None or own.finished_at is None)
    )


def _read(application: Application, own: Assessment | None) -> ResponseReturnValue:
    return render_template(
        "assessments/marked.html",
        application=application,
        own=own,
        sheet=_sheet(application.id),
        assesses=queries.is_put_on(me().id, application.id, Task.ASSESS),
    )


def _sheet(application_id: int) -> ScoreSheet | None:
    score = queries.score_of(application_id)
    return None if score is None else score_sheet(queries.assessments_behind(score), score)


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
        flash(
            _("Vurderingen din er ferdig. Poengene regnes ut når den andre er ferdig."), "success"
        )
    else:
        flash(_("Begge er ferdige. Saken har fått sine poeng."), "success")
    return True
