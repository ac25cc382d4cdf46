"""Plans: all that are published, one of them, and one's own to publish, change and withdraw."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.models import Organisation
from accounts.permissions import Permission, requires
from accounts.queries import organisation, version_on
from applications.finding import queries, services
from applications.finding.contents import system_key
from applications.finding.forms import NewPlanForm, PlanFilter, PlanForm
from applications.finding.networks import known_networks, network_name
from applications.finding.queries import PlanFilters
from applications.finding.views.room import (
    arrived,
    measure_of,
    measures,
    own_kommuner,
    pages,
    sees_contacts,
)
from applications.queries import counties_on
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.forms import Form, refuse
from grants.queries import needs


@pages.route("/samarbeid/planer")
@requires(Permission.PLAN_READ)
def plans() -> ResponseReturnValue:
    """Look through what kommuner plan."""
    today = clock.today()
    form = PlanFilter()
    form.offer(counties_on(today), measures(), needs())
    wanted = form.filters() if form.validate() else PlanFilters()
    page = queries.plan_page(wanted, on=today, after=request.args.get("after", type=int))
    return render_template(
        "finding/plans.html", form=form, page=page, may_publish=_publishable()
    )


@pages.route("/samarbeid/planer/ny", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def publish() -> ResponseReturnValue:
    """Tell others what one's kommune plans."""
    kommuner = _own()
    form = NewPlanForm(formdata=typed_here(), data=_known(kommuner))
    form.offer(kommuner, measures())
    form.offer_parts(needs())
    if form.validate_on_submit():
        own = next(one for one in kommuner if one.id == form.organisation.data)
        measure = measure_of(form.measure.data)
        try:
            made = services.publish_plan(own, measure, form.terms(), by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Planen er lagt ut. Andre kommuner kan nå finne dere."))
            return redirect(url_for("finding.plan", plan_id=made.id), 303)
    return render_template("finding/publish.html", form=form, systems=_systems())


@pages.route("/samarbeid/planer/<int:plan_id>")
@requires(Permission.PLAN_READ)
def plan(plan_id: int) -> ResponseReturnValue:
    """Read a plan. Only those who apply see whom to ask."""
    found = queries.plan_for(me(), plan_id)
    kommuner = own_kommuner() if sees_contacts() else []
    return render_template(
        "finding/plan.html",
        plan=found,
        networks=[network_name(one.network) for one in found.networks],
        shows_contact=sees_contacts(),
        is_own=found.organisation_id in {one.id for one in kommuner},
        own_kommune=next(iter(kommuner), None),
    )


@pages.route("/samarbeid/planer/<int:plan_id>/endre", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def change(plan_id: int) -> ResponseReturnValue:
    """Change one's own plan; when somebody else has changed it meanwhile, what was typed stays."""
    own = queries.own_plan(me(), plan_id)
    form, stale = PlanForm.of(own, formdata=typed_here()), False
    form.offer_parts(needs())
    if form.validate_on_submit():
        try:
            services.change_plan(own, form.terms(), by=me(), at=arrived(), seen=form.version)
        except StaleError:
            stale, form.seen.data = True, str(queries.own_plan(me(), plan_id).version)
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Planen er endret."))
            return redirect(url_for("finding.plan", plan_id=own.id), 303)
    return render_template(
        "finding/change.html", form=form, plan=own, systems=_systems(), stale=stale
    )


@pages.route("/samarbeid/planer/<int:plan_id>/trekk", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def withdraw(plan_id: int) -> ResponseReturnValue:
    """Take one's own plan back, after reading what that means."""
    own = queries.own_plan(me(), plan_id)
    form = Form()
    if form.validate_on_submit():
        services.withdraw_plan(own, by=me(), at=arrived())
        flash(_("Planen er trukket tilbake."))
        return redirect(url_for("finding.index"), 303)
    return render_template("finding/withdraw.html", form=form, plan=own)


def _publishable() -> bool:
    return sees_contacts() and bool(own_kommuner())


def _own() -> list[Organisation]:
    kommuner = own_kommuner()
    if not kommuner:
        raise NotFoundError
    return kommuner


def _known(kommuner: list[Organisation]) -> dict[str, object]:
    """Give what is known before anything is typed: whom to ask, and the networks of one's only kommune."""
    known: dict[str, object] = {"contact_name": me().name, "contact_email": me().email}
    if len(kommuner) == 1:
        version = version_on(organisation(kommuner[0].id), clock.today())
        known["networks"] = sorted(known_networks(version)) if version else []
    return known


def _systems() -> list[str]:
    """List each system once, however it is spelled, to be offered while somebody types."""
    return list({system_key(one): one for one in queries.systems_named()}.values())
