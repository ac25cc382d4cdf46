"""Drafting: a whole round from its proposal, a rejection, and the office's own words."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments.queries import ineligible_because, opened
from decisions import queries, services
from decisions.findings import told
from decisions.forms import ReasonForm, RejectionForm
from decisions.refusals import Refusal
from decisions.views.blueprint import pages
from decisions.views.opening import opened_decision
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/vedtak/<int:call_id>/utkast", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def draft(call_id: int) -> ResponseReturnValue:
    """Draft the decisions of the chosen proposal."""
    proposal = queries.chosen_in(call_id)
    if proposal is None:
        raise RuleBrokenError(Refusal.PROPOSAL_NOT_CHOSEN)
    number = services.draft_decisions(proposal, by=me(), at=clock.now())
    flash(ngettext("%(num)d utkast er laget.", "%(num)d utkast er laget.", number), "success")
    return redirect(url_for("decisions.round_of", call_id=call_id), 303)


@pages.route("/vedtak/<int:call_id>/tillegg", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def draft_supplements(call_id: int) -> ResponseReturnValue:
    """Draft what extra frames add to the cases of a round that are decided."""
    call = queries.call_with_criteria(call_id)
    number = services.draft_supplements(call, by=me(), at=clock.now())
    flash(ngettext("%(num)d utkast er laget.", "%(num)d utkast er laget.", number), "success")
    return redirect(url_for("decisions.round_of", call_id=call.id), 303)


@pages.route("/vedtak/avvis/<int:application_id>", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def reject(application_id: int) -> ResponseReturnValue:
    """Draft a rejection, from the reason why the case was found ineligible."""
    application = opened(me(), application_id)
    form = RejectionForm(reason=ineligible_because(application_id))
    if form.validate_on_submit():
        try:
            made = services.draft_rejection(
                application, reason=form.reason.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Utkastet til avvisning er laget."), "success")
            return redirect(url_for("decisions.show", decision_id=made.id), 303)
    return render_template(
        "decisions/reject.html",
        application=application,
        form=form,
        findings=told(queries.grounds_of([application_id])[application_id]),
    )


@pages.route("/vedtak/sak/<int:decision_id>/begrunnelse", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def reason(decision_id: int) -> ResponseReturnValue:
    """Write more of why; the draft becomes a new version."""
    decision = opened_decision(decision_id)
    if decision.signed_at is not None:
        raise NotFoundError
    form = ReasonForm(reason=decision.reason)
    if form.validate_on_submit():
        try:
            version = services.write_reason(
                decision, reason=form.reason.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.reason)
        else:
            flash(_("Begrunnelsen er lagret i en ny versjon av utkastet."), "success")
            return redirect(url_for("decisions.show", decision_id=version.id), 303)
    return render_template("decisions/reason.html", decision=decision, form=form)
