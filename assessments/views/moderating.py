"""Moderation: the marks of all who have read beside each other, and the marks that are agreed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.reading import read_over
from assessments import queries, services
from assessments.forms import mark_sheet
from assessments.rights import may_moderate
from assessments.scoresheet import score_sheet
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants


@pages.route("/saker/<int:application_id>/moderering", methods=["GET", "POST"])
@requires(Permission.CASE_MODERATE)
def moderate(application_id: int) -> ResponseReturnValue:
    """Set moderated marks, by who handles or leads the case and did not mark it."""
    application = queries.opened(me(), application_id)
    score = queries.present_score(application_id)
    if score is None or not may_moderate(me(), application, score):
        raise NotFoundError
    form = mark_sheet(grants.call(application.call_id).criteria, typed=typed_here())
    if form.validate_on_submit():
        try:
            made = services.moderate(application, form.markings(), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            total = str(made.total).replace(".", ",")
            flash(
                _("Karakterene er moderert. Saken har nå %(total)s poeng.", total=total), "success"
            )
            return redirect(url_for("assessments.marks", application_id=application_id), 303)
    sheet = score_sheet(queries.assessments_behind(score), score, queries.moderations_behind(score))
    return render_template(
        "assessments/moderate.html",
        application=application, form=form, sheet=sheet, whole=read_over(application),
    )  # fmt: skip
