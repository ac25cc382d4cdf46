"""The batches: the list, one of them, and what is done with it on its way to the bank."""

from collections.abc import Callable

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import done
from payments.batches import queries, services
from payments.batches.forms import WithdrawForm
from payments.batches.overview import batch_view
from payments.batches.states import state_of
from payments.views.blueprint import pages


@pages.route("/okonomi/bunker")
@requires(Permission.LEDGER_READ)
def batches() -> ResponseReturnValue:
    """List the batches, the newest first."""
    return render_template(
        "payments/batches/list.html",
        page=queries.batch_page(request.args.get("after", type=int)),
        tallies=queries.tallies(),
        state_of=state_of,
        returned=len(queries.returned_unseen()),
    )


@pages.route("/okonomi/bunker/<int:batch_id>")
@requires(Permission.LEDGER_READ)
def batch(batch_id: int) -> ResponseReturnValue:
    """Show a batch with its payments, and the next step."""
    view = batch_view(batch_id, me(), at=clock.now())
    return render_template("payments/batches/show.html", view=view)


@pages.route("/okonomi/bunker/<int:batch_id>/anvis", methods=["POST"])
@requires(Permission.PAYMENT_AUTHORISE)
def authorise_batch(batch_id: int) -> ResponseReturnValue:
    """Authorise a batch: its payments are booked and its bank file is made, once."""
    found = queries.batch(batch_id)
    return _done(
        batch_id,
        lambda: services.authorise_batch(found, by=me(), at=clock.now()),
        _("Bunken er anvist og bokført som utbetalt. Bankfilen er laget."),
    )


@pages.route("/okonomi/bunker/<int:batch_id>/bankfil", methods=["POST"])
@requires(Permission.PAYMENT_AUTHORISE)
def fetch_batch(batch_id: int) -> ResponseReturnValue:
    """Hand out the bank file, the same each time; who fetched it is written down."""
    found = queries.batch(batch_id)
    try:
        content = services.fetch_file(found, by=me(), at=clock.now())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
        return redirect(url_for("payments.batch", batch_id=batch_id), 303)
    name = f"attachment; filename={found.message_id}.xml"
    return Response(content, mimetype="application/xml", headers={"Content-Disposition": name})


@pages.route("/okonomi/bunker/<int:batch_id>/sendt", methods=["POST"])
@requires(Permission.PAYMENT_AUTHORISE)
def mark_sent(batch_id: int) -> ResponseReturnValue:
    """Say that the bank has the file."""
    found = queries.batch(batch_id)
    return _done(
        batch_id,
        lambda: services.mark_sent(found, by=me(), at=clock.now()),
        _("Bunken er merket som sendt til banken."),
    )


@pages.route("/okonomi/bunker/<int:batch_id>/trekk", methods=["GET", "POST"])
@requires(Permission.PAYMENT_ATTEST)
def withdraw_batch(batch_id: int) -> ResponseReturnValue:
    """Take a batch back before it is sent, with a reason."""
    found, form = queries.batch(batch_id), WithdrawForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.withdraw(found, reason=form.reason.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Bunken er trukket tilbake. Ratene kan attesteres på nytt."), "success")
        return redirect(url_for("payments.batch", batch_id=batch_id), 303)
    return render_template("payments/batches/withdraw.html", batch=found, form=form)


def _done(batch_id: int, act: Callable[[], None], told: str) -> ResponseReturnValue:
    """Do an act, and tell on the batch's page what came of it."""
    try:
        act()
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(told, "success")
    return redirect(url_for("payments.batch", batch_id=batch_id), 303)
