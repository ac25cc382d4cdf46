"""Reasons that were left out: asked for by a party, given by the office."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from assessments.queries import pass_gate
from decisions import queries
from decisions import services as deciding
from decisions.appeals import queries as appeals
from decisions.appeals import services
from decisions.appeals.forms import AnswerReasonsForm
from decisions.sheet import judged
from decisions.views.blueprint import pages
from decisions.views.opening import opened_decision
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route(
    "/soknader/<int:application_id>/klage/<int:organisation_id>/begrunnelse", methods=["POST"]
)
@requires(Permission.APPLICATION_EDIT)
def ask_for_reasons(application_id: int, organisation_id: int) -> ResponseReturnValue:
    """Ask for the reasons that the letter left out; the time to complain stands still."""
    decision = queries.published_decision(me(), application_id)
    services.ask_for_reasons(decision, organisation_id, by=me(), at=arrived())
    flash(_("Vi har fått spørsmålet. Klagefristen løper ikke før dere har fått svar."), "success")
    return redirect(url_for("decisions.complain", application_id=application_id), 303)


@pages.route("/klager/begrunnelse/<int:request_id>", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def answer_reasons(request_id: int) -> ResponseReturnValue:
    """Give a party the reasons it has asked for."""
    asked = appeals.reasons_request(request_id)
    pass_gate(me(), asked.decision.application_id)
    if asked.answered_at is not None:
        raise NotFoundError
    form = AnswerReasonsForm()
    if form.validate_on_submit():
        try:
            services.answer_reasons(
                asked, answer=form.answer.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.answer)
        else:
            flash(_("Begrunnelsen er gitt, og parten har fått beskjed."), "success")
            return redirect(
                url_for("decisions.show", decision_id=asked.decision_id), 303
            )
    application = asked.decision.application
    grounds = queries.grounds_of([application.id])[application.id]
    return render_template(
        "decisions/appeals/answer_reasons.html",
        asked=asked,
        form=form,
        criteria=judged(queries.call_with_criteria(application.call_id), grounds),
    )


@pages.route("/vedtak/sak/<int:decision_id>/utelat", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def leave_out_reasons(decision_id: int) -> ResponseReturnValue:
    """Leave the reasons out of the letter of an award, or take them in again."""
    decision = opened_decision(decision_id)
    version = deciding.leave_out_reasons(
        decision, left_out=not decision.reasons_left_out, by=me(), at=clock.now()
    )
    flash(
        _("Begrunnelsen utelates fra brevet.")
        if version.reasons_left_out
        else _("Begrunnelsen står i brevet."),
        "success",
    )
    return redirect(url_for("decisions.show", decision_id=version.id), 303)
