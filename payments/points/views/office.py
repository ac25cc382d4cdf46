"""The office's side: the points of a case, setting and changing them, and deciding who goes on."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.queries import any_application
from assessments.queries import closed_to, pass_gate
from criteria.stagegates import PASSING, PointState
from criteria.steps import Step
from foundation import clock
from foundation.errors import NotFoundError, StaleError
from foundation.forms import done
from payments.overview import case_money
from payments.plans.versions import last_number
from payments.points import queries, services
from payments.points.estimates import estimates_of
from payments.points.forms import DecideForm, WithdrawForm, decide_form, point_form
from payments.points.models import StageGate
from payments.views.blueprint import pages


@pages.route("/rapporter/stoppunkter")
@requires(Permission.CASE_READ)
def waiting_points() -> ResponseReturnValue:
    """List the points of every case that nobody has passed: what waits for the office first."""
    points = queries.points_waiting()
    return render_template(
        "payments/points/waiting.html",
        points=points,
        today=clock.today(),
        closed=closed_to(me(), {one.application_id for one in points}),
    )


@pages.route("/saker/<int:application_id>/stoppunkter")
@requires(Permission.CASE_READ)
def points(application_id: int) -> ResponseReturnValue:
    """Show the points of a case, with the money that waits for each."""
    pass_gate(me(), application_id)
    application = any_application(application_id)
    found = queries.points_in(application_id)
    if not found and not last_number(application_id):
        raise NotFoundError
    return render_template(
        "payments/points/points.html",
        application=application,
        points=found,
        money=queries.money_at(application_id),
        today=clock.today(),
        may_set=application.step is Step.ACCEPTED and is_allowed(Permission.REPORT_REVIEW),
    )


@pages.route("/saker/<int:application_id>/stoppunkter/nytt", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def set_point(application_id: int) -> ResponseReturnValue:
    """Set a point in a case whose grant is in force."""
    pass_gate(me(), application_id)
    application, form = any_application(application_id), point_form()
    if application.step is not Step.ACCEPTED:
        raise NotFoundError
    if form.validate_on_submit() and done(
        form, lambda: services.set_point(application, form.plan, by=me(), at=clock.now())
    ):
        flash(_("Punktet er satt, og hovedsøkeren er varslet."), "success")
        return redirect(url_for("payments.points", application_id=application_id), 303)
    return render_template("payments/points/write.html", application=application, form=form)


@pages.route("/saker/stoppunkter/<int:point_id>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def point(point_id: int) -> ResponseReturnValue:
    """Read a point and what was told there; an officer decides whether the project goes on."""
    found = _opened(point_id)
    form = decide_form(found)
    may_decide = _may(found) and found.state is PointState.AWAITS_DECISION
    stale = False
    if may_decide and form.validate_on_submit():
        try:
            if done(form, lambda: _decide(found, form)):
                return redirect(url_for("payments.point", point_id=point_id), 303)
        except StaleError:
            stale, form.seen.data = True, str(found.newest.number if found.newest else 0)
    return render_template(
        "payments/points/point.html",
        found=found,
        form=form,
        stale=stale,
        may_decide=may_decide,
        may_change=_may(found) and found.state is PointState.AWAITS_ACCOUNT,
        waits=queries.money_at(found.application_id).get(point_id),
        estimates=estimates_of(found, any_application(found.application_id)),
        money=case_money(found.application_id),
        today=clock.today(),
    )


@pages.route("/saker/stoppunkter/<int:point_id>/endre", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def change_point(point_id: int) -> ResponseReturnValue:
    """Change a point at which nothing is told yet."""
    found = _untold(point_id)
    form = point_form(found)
    if form.validate_on_submit() and done(
        form, lambda: services.change_point(found, form.plan, by=me(), at=clock.now())
    ):
        flash(_("Punktet er endret, og hovedsøkeren er varslet."), "success")
        return redirect(url_for("payments.point", point_id=point_id), 303)
    return render_template(
        "payments/points/write.html", application=found.application, form=form, found=found
    )


@pages.route("/saker/stoppunkter/<int:point_id>/trekk", methods=["GET", "POST"])
@requires(Permission.REPORT_REVIEW)
def withdraw_point(point_id: int) -> ResponseReturnValue:
    """Withdraw a point at which nothing is told yet, with a reason."""
    found, form = _untold(point_id), WithdrawForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.withdraw_point(found, form.why.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Punktet er trukket, og hovedsøkeren er varslet."), "success")
        return redirect(url_for("payments.points", application_id=found.application_id), 303)
    return render_template("payments/points/withdraw.html", found=found, form=form)


def _opened(point_id: int) -> StageGate:
    found = queries.any_point(point_id)
    pass_gate(me(), found.application_id)
    return found


def _untold(point_id: int) -> StageGate:
    found = _opened(point_id)
    if found.state is not PointState.AWAITS_ACCOUNT:
        raise NotFoundError
    return found


def _may(found: StageGate) -> bool:
    return found.application.step is Step.ACCEPTED and is_allowed(Permission.REPORT_REVIEW)


def _decide(found: StageGate, form: DecideForm) -> None:
    """Decide, and say what came of it."""
    verdict = form.verdict
    released = services.decide_at_point(
        found, verdict, seen=form.number, by=me(), at=clock.now()
    )
    if verdict.outcome not in PASSING:
        flash(_("Prosjektet må stoppe. Hovedsøkeren er varslet."), "success")
        return
    flash(_("Prosjektet kan gå videre. Hovedsøkeren er varslet."), "success")
    if released:
        flash(ngettext("%(num)d rate har forfalt.", "%(num)d rater har forfalt.", released), "info")
