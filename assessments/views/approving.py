"""The budget of a case, gone through by the handler activity by activity."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments import queries
from assessments.approval.queries import approved_budget
from assessments.approval.services import APPROVED_AT, approve_budget
from assessments.forms.approval import approval_sheet
from assessments.models import Task
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/saker/<int:application_id>/budsjett", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def budget(application_id: int) -> ResponseReturnValue:
    """Go through what is asked; or read what is approved."""
    application = queries.opened(me(), application_id)
    newest = approved_budget(application_id)
    handles = queries.is_put_on(me().id, application_id, Task.HANDLE)
    if not handles or application.step not in APPROVED_AT:
        return render_template(
            "assessments/approved.html", application=application, approved=newest
        )
    form = approval_sheet(application, newest)
    if form.validate_on_submit():
        try:
            approve_budget(application, form.approvals(), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Budsjettet er gått gjennom. Det er dette innstillingen bygger på."), "success")
            return redirect(url_for("assessments.case", application_id=application_id), 303)
    return render_template(
        "assessments/approve.html", application=application, form=form, approved=newest
    )
