"""Stopping payment in a case, and lifting the stop."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries import any_application
from assessments.queries import pass_gate
from foundation import clock
from foundation.forms import done
from payments.reclaims import stops
from payments.reclaims.forms import ReasonForm
from payments.views.blueprint import pages


@pages.route("/saker/<int:application_id>/utbetalingsstopp", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def stop(application_id: int) -> ResponseReturnValue:
    """Stop payment in a case, or lift the stop that another has made; the stops so far."""
    pass_gate(me(), application_id)
    application = any_application(application_id)
    stopped = bool(stops.stopped_among([application_id]))
    act = stops.lift_stop if stopped else stops.stop_payment
    form = ReasonForm()
    if form.validate_on_submit() and done(
        form, lambda: act(application, reason=form.reason.data or "", by=me(), at=clock.now())
    ):
        told = _("Stansen er opphevet.") if stopped else _("Utbetaling i saken er stanset.")
        flash(told, "success")
        return redirect(url_for("assessments.case", application_id=application_id), 303)
    return render_template(
        "payments/reclaims/stop.html", application=application, form=form, stopped=stopped,
        stops=stops.stops_of(application_id),
    )  # fmt: skip
