"""The pages of interest on late claims: the scheme's rates, and charging what has run on a claim."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import done
from grants import queries as grants
from payments.interest.charging import charge_interest
from payments.interest.forms import ChargeForm, RateForm
from payments.interest.queries import late_interest
from payments.interest.rates import rates_of, set_rate
from payments.reclaims.views.office import opened
from payments.views.blueprint import pages


@pages.route("/forvaltning/renter", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def interest_rates() -> ResponseReturnValue:
    """Show the rates on claims that are paid late, and set another from a day on."""
    scheme, form = grants.scheme(), RateForm(from_on=clock.today())
    if form.validate_on_submit() and done(form, lambda: set_rate(
        scheme, form.basis_points, from_on=form.from_on.data or clock.today(),
        source=form.source.data or "", by=me(), at=clock.now(),
    )):  # fmt: skip
        flash(_("Renten er lagret."), "success")
        return redirect(url_for("payments.interest_rates"), 303)
    return render_template("payments/interest/rates.html", form=form, rates=rates_of(scheme.id))


@pages.route("/tilbakekreving/<int:reclaim_id>/renter", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def charge_claim(reclaim_id: int) -> ResponseReturnValue:
    """Show what has run on a claim and is not charged, and charge it until a day."""
    view = opened(reclaim_id)
    form = ChargeForm(until=clock.today())
    if form.validate_on_submit() and done(form, lambda: charge_interest(
        view.reclaim, until=form.until.data or clock.today(), by=me(), at=clock.now(),
    )):  # fmt: skip
        flash(_("Rentene er bokført, og mottakeren får beskjed."), "success")
        return redirect(url_for("payments.reclaim", reclaim_id=reclaim_id), 303)
    return render_template(
        "payments/interest/charge.html", view=view, form=form, late=late_interest(view)
    )
