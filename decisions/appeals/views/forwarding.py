"""The way to the appeal body and back, as the office follows it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from criteria.appeal import Result
from decisions.appeals import services
from decisions.appeals.forms import FollowResultForm, ResultForm
from decisions.appeals.sheet import sheet_of
from decisions.appeals.views.judging import opened_complaint
from decisions.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import choices_of, refuse


@pages.route("/klager/sak/<int:complaint_id>/send", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def send_to_appeal_body(complaint_id: int) -> ResponseReturnValue:
    """Note that the complaint is sent to the appeal body, with statement and comment."""
    services.send_to_appeal_body(opened_complaint(complaint_id), by=me(), at=clock.now())
    flash(_("Klagen er registrert som sendt til klageinstansen."), "success")
    return redirect(url_for("decisions.complaint", complaint_id=complaint_id), 303)


@pages.route("/klager/sak/<int:complaint_id>/resultat", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def register_result(complaint_id: int) -> ResponseReturnValue:
    """Register what the appeal body came to."""
    found = opened_complaint(complaint_id)
    form = ResultForm()
    form.result.choices = choices_of(Result)
    decided_on = form.decided_on.data
    if form.validate_on_submit() and decided_on is not None:
        try:
            services.register_result(
                found, form.chosen(), text=form.text.data or "", decided_on=decided_on,
                by=me(), at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Resultatet er registrert, og parten har fått beskjed."), "success")
            return redirect(url_for("decisions.complaint", complaint_id=complaint_id), 303)
    return render_template(
        "decisions/appeals/result.html", sheet=sheet_of(found, me(), clock.now()), form=form
    )


@pages.route("/klager/sak/<int:complaint_id>/nytt-vedtak", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def act_on_result(complaint_id: int) -> ResponseReturnValue:
    """Draft the decision that the appeal body's result asks for; before there is one, there is no page."""
    found = opened_complaint(complaint_id)
    if found.forwarding is None or found.forwarding.result is None:
        raise NotFoundError
    form = FollowResultForm()
    if form.validate_on_submit():
        try:
            decision = services.act_on_result(
                found, amount=form.amount.data, reason=form.reason.data or "", by=me(),
                at=clock.now(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            if decision is not None:
                flash(_("Utkastet til nytt vedtak er laget. Det må signeres."), "success")
                return redirect(url_for("decisions.show", decision_id=decision.id), 303)
            flash(_("Saken er tatt opp igjen."), "success")
            return redirect(url_for("decisions.complaint", complaint_id=complaint_id), 303)
    return render_template(
        "decisions/appeals/follow.html", sheet=sheet_of(found, me(), clock.now()), form=form
    )
