"""Whose account is drawn on."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from payments.batches import queries, services
from payments.batches.forms import PayerForm
from payments.views.blueprint import pages


@pages.route("/okonomi/betalingskonto", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def payer() -> ResponseReturnValue:
    """Say which account new batches draw on, and what the bank knows its owner as."""
    form = PayerForm()
    form.show(queries.payer())
    if form.validate_on_submit():
        services.set_payer(form.new(), by=me(), at=clock.now())
        flash(_("Nye bunker betales fra denne kontoen."), "success")
        return redirect(url_for("payments.batches"), 303)
    return render_template("payments/batches/payer.html", form=form)
