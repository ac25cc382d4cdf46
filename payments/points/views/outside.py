"""The project's side: the points it must pass, telling what is delivered there, and what was decided."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import Application
from applications.queries import application_of
from applications.views.room import arrived
from criteria.stagegates import PointState
from criteria.steps import Step
from foundation import clock
from foundation.errors import NotFoundError
from foundation.forms import done
from payments.points import queries, services
from payments.points.estimates import estimates_of
from payments.points.forms import account_form
from payments.views.blueprint import pages

_OPEN = (PointState.AWAITS_ACCOUNT, PointState.AWAITS_DECISION, PointState.STOPPED)
"""The states in which a project may tell, or tell anew."""


@pages.route("/soknader/<int:application_id>/stoppunkter")
@requires(Permission.REPORT_WRITE)
def own_points(application_id: int) -> ResponseReturnValue:
    """Show the points that a project must pass, with the money that waits for each."""
    application = application_of(me(), application_id)
    found = queries.points_in(application.id)
    if not found:
        raise NotFoundError
    return render_template(
        "payments/points/own_points.html",
        application=application,
        points=found,
        money=queries.money_at(application.id),
        today=clock.today(),
    )


@pages.route("/stoppunkter/<int:point_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def own_point(point_id: int) -> ResponseReturnValue:
    """Read a point; the lead's people tell what is delivered there and ask to go on."""
    found = queries.point_of(me(), point_id)
    application, form = application_of(me(), found.application_id), account_form(found)
    may_tell = _may_tell(application) and found.state in _OPEN
    if may_tell and form.validate_on_submit() and done(
        form, lambda: services.tell_at_point(found, form.told, by=me(), at=arrived())
    ):
        flash(_("Rapporten er sendt. Dere får svar på e-post."), "success")
        return redirect(url_for("payments.own_point", point_id=point_id), 303)
    return render_template(
        "payments/points/own_point.html",
        application=application,
        found=found,
        form=form,
        may_tell=may_tell,
        waits=queries.money_at(found.application_id).get(point_id),
        estimates=estimates_of(found, application),
        today=clock.today(),
    )


def _may_tell(application: Application) -> bool:
    own = me().organisations_as(Role.EDITOR, Role.SIGNATORY)
    return application.step is Step.ACCEPTED and lead_of(application).organisation_id in own
