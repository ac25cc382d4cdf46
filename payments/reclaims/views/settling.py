"""How a claim is settled: money that comes in, an agreement to pay in parts, a write-off."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import done
from foundation.money import NOTHING, Ore
from payments.interest.queries import late_interest
from payments.reclaims import services
from payments.reclaims.forms import AgreementForm, ReasonForm, ReceiveForm
from payments.reclaims.views.office import opened
from payments.views.blueprint import pages


@pages.route("/tilbakekreving/<int:reclaim_id>/innbetaling", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def receive_repayment(reclaim_id: int) -> ResponseReturnValue:
    """Book money that has come in on a claim."""
    view = opened(reclaim_id)
    late = late_interest(view)
    owed = Ore(view.sums.outstanding + (late.total if late else NOTHING))
    form = ReceiveForm(amount=owed, paid_on=clock.today())
    if form.validate_on_submit() and done(form, lambda: services.receive(
        view.reclaim, form.amount.data or NOTHING,
        paid_on=form.paid_on.data or clock.today(), by=me(), at=clock.now(),
        principal_first=bool(form.principal_first.data),
    )):  # fmt: skip
        return _settled(reclaim_id, _("Innbetalingen er bokført."))
    return render_template("payments/reclaims/receive.html", view=view, form=form, late=late)


@pages.route("/tilbakekreving/<int:reclaim_id>/avtale", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def agree(reclaim_id: int) -> ResponseReturnValue:
    """Agree that what is outstanding is paid in monthly parts."""
    view = opened(reclaim_id)
    form = AgreementForm()
    if form.validate_on_submit() and done(form, lambda: services.agree(
        view.reclaim, form.number.data or 0,
        first_due=form.first_due.data or clock.today(), by=me(), at=clock.now(),
    )):  # fmt: skip
        return _settled(reclaim_id, _("Avtalen om nedbetaling er registrert."))
    return render_template("payments/reclaims/agree.html", view=view, form=form)


@pages.route("/tilbakekreving/<int:reclaim_id>/avskriv", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def write_off(reclaim_id: int) -> ResponseReturnValue:
    """Write off what is outstanding of a claim."""
    view = opened(reclaim_id)
    form = ReasonForm()
    if form.validate_on_submit() and done(form, lambda: services.write_off(
        view.reclaim, reason=form.reason.data or "", by=me(), at=clock.now(),
    )):  # fmt: skip
        return _settled(reclaim_id, _("Resten av kravet er avskrevet."))
    return render_template("payments/reclaims/write_off.html", view=view, form=form)


def _settled(reclaim_id: int, told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for("payments.reclaim", reclaim_id=reclaim_id), 303)
