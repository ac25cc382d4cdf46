"""The applicant's side of a decision: read it, and answer an award in time."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from decisions import queries, services
from decisions.forms import AcceptForm, DeclineForm
from decisions.outside import DecisionOutside, seen_from_outside
from decisions.views.blueprint import pages
from decisions.views.opening import opened_decision
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import Form, refuse


@pages.route("/soknader/<int:application_id>/vedtak", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def answer(application_id: int) -> ResponseReturnValue:
    """Read the decision; the lead's signatory accepts an award with its conditions."""
    seen = seen_from_outside(me(), application_id, arrived())
    form = AcceptForm()
    if form.validate_on_submit() and _kept(seen, form, form.account_number.data):
        flash(_("Tilskuddet er akseptert."), "success")
        return redirect(url_for("decisions.answer", application_id=application_id), 303)
    return render_template("decisions/answer.html", seen=seen, form=form)


@pages.route("/soknader/<int:application_id>/vedtak/takk-nei", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def decline(application_id: int) -> ResponseReturnValue:
    """Decline an award. The answer is final."""
    seen = seen_from_outside(me(), application_id, arrived())
    if not seen.may_answer:
        raise NotFoundError
    form = DeclineForm()
    if form.validate_on_submit() and _kept(seen, form, None):
        flash(_("Dere har takket nei til tilskuddet."), "success")
        return redirect(url_for("decisions.answer", application_id=application_id), 303)
    return render_template("decisions/decline.html", seen=seen, form=form)


@pages.route("/vedtak/sak/<int:decision_id>/bortfall", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def lapse(decision_id: int) -> ResponseReturnValue:
    """Register that nobody answered an award in time."""
    services.register_lapse(opened_decision(decision_id), by=me(), at=clock.now())
    flash(_("Tilsagnet er registrert som bortfalt."), "success")
    return redirect(url_for("decisions.show", decision_id=decision_id), 303)


def _kept(seen: DecisionOutside, form: Form, account_number: str | None) -> bool:
    """Keep the answer; with an account number it is a yes. Tell on the form why it was refused."""
    try:
        services.answer_award(
            queries.published_decision(me(), seen.decision.application_id),
            accepted=account_number is not None,
            account_number=account_number,
            by=me(),
            at=arrived(),
        )
    except RuleBrokenError as error:
        refuse(form, error)
        return False
    return True
