"""Where collaboration begins: one's own plans and groups; what is planned in numbers; and in the open."""

from decimal import Decimal

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, public, requires
from applications.finding import queries
from applications.finding.queries import PlanCounts
from applications.finding.views.room import own_kommuner, pages, sees_contacts
from foundation import clock
from foundation.charts import BarChart, Drawing, Series, draw


@pages.route("/samarbeid")
@requires(Permission.PLAN_READ)
def index() -> ResponseReturnValue:
    """See one's own plans and groups, and who asks. Whoever does not apply sees the numbers."""
    if not sees_contacts():
        return redirect(url_for("finding.numbers"))
    person = me()
    return render_template(
        "finding/index.html",
        kommuner=own_kommuner(),
        plans=queries.plans_of(person),
        groups=queries.groups_of(person),
        invitations=queries.invitations_of(person),
    )


@pages.route("/samarbeid/tall")
@requires(Permission.PLAN_READ)
def numbers() -> ResponseReturnValue:
    """See what kommuner plan, in numbers."""
    counted = queries.counts()
    return render_template(
        "finding/numbers.html",
        counted=counted,
        chart=_needs_chart(counted) if counted.plans else None,
        as_of=clock.now(),
    )


@pages.route("/samarbeid/apne-planer")
@public
def public_plans() -> ResponseReturnValue:
    """Read the summaries that kommuner let everybody read."""
    return render_template("finding/public.html", plans=queries.public_plans())


def _needs_chart(counted: PlanCounts) -> Drawing:
    return draw(
        BarChart(
            identity="plan-needs",
            title=_("Planer som nevner hvert behov"),
            description=_("Tallene står i tabellen under figuren."),
            unit=_("planer"),
            groups=tuple(one.what.code for one in counted.needs),
            series=(
                Series(
                    name=_("Planer"), values=tuple(Decimal(one.plans) for one in counted.needs)
                ),
            ),
        )
    )
