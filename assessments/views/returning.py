"""Sending cases back to assessment: one, or those near the line of a chosen proposal."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments import queries, services
from assessments.forms.returning import NearLineForm, ReturnForm
from assessments.nearline import near_the_line
from assessments.services import Return
from assessments.views.blueprint import pages
from criteria.procedure import Step
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants


@pages.route("/saker/<int:application_id>/tilbake", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def send_back(application_id: int) -> ResponseReturnValue:
    """Send a proposed case back to assessment, with a reason."""
    application = queries.opened(me(), application_id)
    if application.step is not Step.PROPOSED:
        raise NotFoundError
    form = ReturnForm(formdata=typed_here())
    form.offer()
    if form.validate_on_submit():
        try:
            services.return_to_assessment(
                application, Return(form.how.data), reason=form.reason.data or "",
                by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Saken er sendt tilbake til vurdering."), "success")
            return redirect(url_for("assessments.case", application_id=application_id), 303)
    return render_template("assessments/send_back.html", application=application, form=form)


@pages.route("/innstillinger/<int:proposal_id>/ny-lesning", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def read_near_line(proposal_id: int) -> ResponseReturnValue:
    """Ask for a third reading of the cases that are near where the money ran out."""
    proposal = queries.proposal(proposal_id)
    near = near_the_line(proposal, grants.call(proposal.call_id), me())
    if not proposal.is_in_force:
        raise NotFoundError
    form = NearLineForm(formdata=typed_here())
    form.offer(near.lines)
    if form.validate_on_submit():
        chosen = [
            one.application for one in near.lines if one.application_id in (form.cases.data or ())
        ]
        try:
            services.return_many(
                proposal, chosen, reason=form.reason.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(
                ngettext(
                    "%(num)d sak er sendt til en tredje lesning.",
                    "%(num)d saker er sendt til en tredje lesning.",
                    len(chosen),
                ),
                "success",
            )
            return redirect(url_for("assessments.proposal", proposal_id=proposal_id), 303)
    return render_template(
        "assessments/read_near_line.html", proposal=proposal, near=near, form=form
    )
