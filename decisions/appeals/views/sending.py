"""The last page of a complaint: read it over, and send it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from decisions.appeals import queries as appeals
from decisions.appeals import services
from decisions.appeals.forms import SubmitComplaintForm
from decisions.appeals.telling import told_steps
from decisions.appeals.timing import deadline_of, references_of
from decisions.appeals.views.outside import own_draft
from decisions.views.blueprint import pages
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/klager/<int:complaint_id>/send", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def submit_complaint(complaint_id: int) -> ResponseReturnValue:
    """Read the complaint over as it will be sent, see whether it is in time, and send it."""
    complaint = own_draft(complaint_id)
    form = SubmitComplaintForm()
    if form.validate_on_submit():
        try:
            services.submit_complaint(complaint, by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Klagen er sendt. Dere har fått en kvittering på e-post."), "success")
            return redirect(url_for("decisions.own_complaint", complaint_id=complaint_id), 303)
    decision = appeals.decision_complained_of(complaint)
    deadline = deadline_of(decision, complaint.organisation_id)
    return render_template(
        "decisions/appeals/send.html",
        complaint=complaint,
        deadline=deadline,
        steps=told_steps(deadline),
        late=deadline.has_passed(arrived()),
        law=references_of(decision),
        form=form,
        may_sign=complaint.organisation_id in me().organisations_as(Role.SIGNATORY),
    )
