"""Signing: declaring impartiality for the round, then one decision or all that may be signed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import Application
from assessments import services as assessments
from assessments.telling import tell_declared
from decisions import queries, services
from decisions.forms import DeclareForm, SignForm, SignOneForm
from decisions.overview import RoundView, cases_to_declare, round_view
from decisions.views.blueprint import pages
from decisions.views.opening import opened_decision
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/vedtak/<int:call_id>/habilitet", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def declare(call_id: int) -> ResponseReturnValue:
    """Declare impartiality in the round's cases, against everyone who takes part in them."""
    call = queries.call_with_criteria(call_id)
    drafts = [one for one in queries.decisions_of_round(call_id) if one.signed_at is None]
    cases = cases_to_declare(drafts, me())
    form = DeclareForm(cases=[one.id for one in cases])
    form.cases.choices = [(one.id, _named(one)) for one in cases]
    if form.validate_on_submit():
        chosen = [one for one in cases if one.id in (form.cases.data or [])]
        number = assessments.declare_impartial(chosen, by=me(), at=clock.now())
        tell_declared(chosen, number)
        return redirect(url_for("decisions.round_of", call_id=call_id), 303)
    return render_template("decisions/declare.html", call=call, form=form, cases=cases)


@pages.route("/vedtak/<int:call_id>/signer", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def sign_round(call_id: int) -> ResponseReturnValue:
    """Read what can be signed and what cannot, and sign all of it."""
    view = round_view(call_id, me(), clock.now())
    form = SignForm(
        seen=" ".join(str(row.decision.id) for row in view.to_sign), publish_on=clock.today()
    )
    if form.validate_on_submit():
        try:
            refused = _sign_seen(view, form)
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            _tell(len(form.seen_ids()), refused)
            return redirect(url_for("decisions.round_of", call_id=call_id), 303)
    return render_template("decisions/sign.html", round=view, form=form)


@pages.route("/vedtak/sak/<int:decision_id>/signer", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def sign(decision_id: int) -> ResponseReturnValue:
    """Sign one decision."""
    decision = opened_decision(decision_id)
    form = SignOneForm()
    if form.validate_on_submit():
        services.sign(decision, by=me(), at=clock.now(), publish_on=form.publish_on.data)
        flash(_("Vedtaket er signert. Brevene lages nå."), "success")
    else:
        for field in form:
            for error in field.errors:
                flash(error, "danger")
    return redirect(url_for("decisions.show", decision_id=decision_id), 303)


def _named(application: Application) -> str:
    """Name a case by its number and everyone who takes part, the lead first."""
    lead = lead_of(application)
    others = [
        one.organisation.name
        for one in application.partners
        if one is not lead and one.declined_at is None
    ]
    names = ", ".join([lead.organisation.name, *others])
    return f"{application.case_number}: {names}"


def _sign_seen(view: RoundView, form: SignForm) -> tuple[services.Refused, ...]:
    """Sign those decisions that were on the page: a newer version has not been read."""
    seen = form.seen_ids()
    chosen = [row.decision for row in view.rows if row.decision.id in seen]
    return services.sign_round(
        view.call, chosen, by=me(), at=clock.now(), publish_on=form.publish_on.data
    )


def _tell(number: int, refused: tuple[services.Refused, ...]) -> None:
    signed = number - len(refused)
    flash(ngettext("%(num)d vedtak er signert.", "%(num)d vedtak er signert.", signed), "success")
    for one in refused:
        case = one.decision.application.case_number
        because = words.say(one.because.reason, **one.because.values)
        flash(
            _("Sak %(case)s ble ikke signert: %(because)s", case=case, because=because), "warning"
        )
