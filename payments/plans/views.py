"""Pages of one case's plan: as it holds and has held, for both sides; and changing it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.queries import any_application, application_of
from assessments.queries import pass_gate
from foundation import clock
from foundation.errors import NotFoundError, StaleError
from foundation.forms import done
from payments.plans import services
from payments.plans.forms import plan_form
from payments.plans.queries import plan_view
from payments.views.blueprint import pages


@pages.route("/saker/<int:application_id>/utbetalingsplan")
@requires(Permission.CASE_READ)
def plan(application_id: int) -> ResponseReturnValue:
    """Show how a case is paid, and every version of its plan."""
    pass_gate(me(), application_id)
    view = plan_view(application_id)
    if not view.versions:
        raise NotFoundError
    return render_template(
        "payments/plans/show.html",
        application=any_application(application_id),
        view=view,
        may_change=bool(view.owed) and is_allowed(Permission.DECISION_DRAFT),
    )


@pages.route("/soknader/<int:application_id>/utbetalingsplan")
@requires(Permission.APPLICATION_READ)
def own_plan(application_id: int) -> ResponseReturnValue:
    """Show those who take part how the grant is paid, and every version of the plan."""
    application = application_of(me(), application_id)
    view = plan_view(application.id)
    if not view.versions:
        raise NotFoundError
    return render_template("payments/plans/own.html", application=application, view=view)


@pages.route("/saker/<int:application_id>/utbetalingsplan/endre", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def adjust_plan(application_id: int) -> ResponseReturnValue:
    """Change what is not paid of a case's plan, with a reason."""
    pass_gate(me(), application_id)
    view = plan_view(application_id)
    if not view.owed or not view.versions:
        raise NotFoundError
    application = any_application(application_id)
    form = plan_form(view)
    stale = False
    if form.validate_on_submit():
        try:
            changed = done(form, lambda: services.adjust(
                application, form.wanted, reason=form.reason.data or "",
                seen=form.number,
                by=me(), at=clock.now(),
            ))  # fmt: skip
        except StaleError:
            stale, changed = True, False
            form.renew(view.number, {one.id for one in view.open})
        if changed:
            flash(_("Utbetalingsplanen er endret, og mottakeren er varslet."), "success")
            return redirect(url_for("payments.plan", application_id=application_id), 303)
    return render_template(
        "payments/plans/change.html",
        application=application,
        view=view,
        form=form,
        stale=stale,
        numbers={str(one.id): one.number for one in view.open},
    )
