"""Pages about where a grant is paid: the lead's, the controller's, and the scheme's setting."""


from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from assessments.queries import pass_gate
from decisions.accountchange import holding, queries, services, words
from decisions.accountchange.forms import AskForm, ConfirmForm, StopForm, WaitForm
from decisions.accountchange.overview import AccountView, account_view
from decisions.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError
from foundation.forms import done
from grants import queries as grants

__all__ = ["holding", "words"]


@pages.route("/soknader/<int:application_id>/kontonummer", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def account(application_id: int) -> ResponseReturnValue:
    """Show where a grant is paid; the lead's signatory asks for another account."""
    seen, form = account_view(me(), application_id), AskForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.ask(
            seen.application, form.account_number.data or "", by=me(), at=arrived()
        ),
    ):
        flash(_("Endringen er registrert. En annen hos hovedsøkeren må bekrefte den."), "success")
        return _back(application_id)
    return render_template("decisions/account/own.html", seen=seen, form=form)


@pages.route("/soknader/<int:application_id>/kontonummer/bekreft", methods=["GET", "POST"])
@requires(Permission.APPLICATION_READ)
def confirm_account(application_id: int) -> ResponseReturnValue:
    """Let a second person of the lead read the change and confirm it."""
    seen, form = account_view(me(), application_id), ConfirmForm()
    if not seen.may_confirm:
        raise NotFoundError
    if form.validate_on_submit() and done(
        form, lambda: services.confirm(queries.change(_open(seen)), by=me(), at=arrived())
    ):
        flash(_("Endringen er bekreftet. Alle som er kjent i saken, er varslet."), "success")
        return _back(application_id)
    return render_template("decisions/account/confirm.html", seen=seen, form=form)


@pages.route("/soknader/<int:application_id>/kontonummer/trekk", methods=["POST"])
@requires(Permission.APPLICATION_READ)
def take_back_account(application_id: int) -> ResponseReturnValue:
    """Take back a change that does not hold yet."""
    seen = account_view(me(), application_id)
    services.take_back(queries.change(_open(seen)), by=me(), at=arrived())
    flash(_("Endringen er trukket tilbake. Kontoen er den samme som før."), "success")
    return _back(application_id)


@pages.route("/vedtak/kontonummer/<int:change_id>")
@requires(Permission.DECISION_READ)
def account_change(change_id: int) -> ResponseReturnValue:
    """Show the office a change with both accounts and who did what."""
    change = queries.change(change_id)
    pass_gate(me(), change.application_id)
    return render_template(
        "decisions/account/change.html", change=change,
        history_of_case=queries.changes_of(change.application_id),
        may_attest=is_allowed(Permission.PAYMENT_ATTEST),
    )  # fmt: skip


@pages.route("/vedtak/kontonummer/<int:change_id>/stans", methods=["GET", "POST"])
@requires(Permission.PAYMENT_ATTEST)
def stop_account(change_id: int) -> ResponseReturnValue:
    """Stop a change that the office does not trust."""
    change, form = queries.change(change_id), StopForm()
    pass_gate(me(), change.application_id)
    if form.validate_on_submit() and done(
        form,
        lambda: services.stop(change, reason=form.reason.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Endringen er stanset, og alle som er kjent i saken, er varslet."), "success")
        return redirect(url_for("decisions.account_change", change_id=change_id), 303)
    return render_template("decisions/account/stop.html", change=change, form=form)


@pages.route("/forvaltning/kontonummer", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def account_wait() -> ResponseReturnValue:
    """Set how long the scheme waits before a new account holds."""
    scheme = grants.scheme()
    form = WaitForm(days=queries.days_of(scheme.id))
    if form.validate_on_submit() and done(
        form, lambda: services.set_wait(scheme, form.days.data or 0, by=me(), at=clock.now())
    ):
        flash(_("Ventetiden er lagret."), "success")
        return redirect(url_for("decisions.account_wait"), 303)
    return render_template(
        "decisions/account/wait.html", form=form, chosen=queries.wait_of(scheme.id)
    )


def _open(seen: AccountView) -> int:
    if seen.open is None:
        raise NotFoundError
    return seen.open.id


def _back(application_id: int) -> Response:
    return redirect(url_for("decisions.account", application_id=application_id), 303)
