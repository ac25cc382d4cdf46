"""Being told of a later call: registered by applicants, seen by those who make calls."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import applicant_organisations, me
from accounts.permissions import Permission, requires
from applications.interests import queries, services
from applications.interests.forms import InterestForm
from applications.views.room import arrived, pages
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation
from grants.models import Measure, MeasureKind
from grants.queries import has_scheme, scheme

register_navigation(
    NavItem("applications.all_interests", _l("Meldt interesse"), Permission.CALL_MANAGE, 915, seldom=True)
)


@pages.route("/soknader/interesse", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def interests() -> ResponseReturnValue:
    """See what one's organisations wait for, and ask to be told of more."""
    own, measures = applicant_organisations(), _measures()
    form = InterestForm(data={"contact_name": me().name, "contact_email": me().email})
    form.offer(own, measures)
    if form.validate_on_submit():
        place = next(one for one in own if one.id == form.organisation.data)
        measure = next(one for one in measures if one.id == form.measure.data)
        try:
            services.register_interest(place, measure, form.wish(), by=me(), at=arrived())
        except RuleBrokenError as error:
            refuse(form, error, on=form.measure)
        else:
            flash(_("Interessen er meldt. Vi sender e-post når neste utlysning er publisert."))
            return redirect(url_for("applications.interests"), 303)
    return render_template(
        "applications/interests.html", form=form, found=queries.interests_of(me())
    )


@pages.route("/soknader/interesse/<int:interest_id>/trekk", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
def withdraw_interest(interest_id: int) -> ResponseReturnValue:
    """Want no longer to be told."""
    interest = queries.interest_of(me(), interest_id)
    services.withdraw_interest(interest, by=me(), at=arrived())
    flash(_("Interessen er trukket."))
    return redirect(url_for("applications.interests"), 303)


@pages.route("/forvaltning/interesse")
@requires(Permission.CALL_MANAGE)
def all_interests() -> ResponseReturnValue:
    """See who waits for a call of which measure, and who has been told."""
    return render_template("applications/all_interests.html", found=queries.all_interests())


def _measures() -> list[Measure]:
    """Give the measures that grants are given for; the others have no calls."""
    if not has_scheme():
        return []
    return [one for one in scheme().measures if one.kind is MeasureKind.FINANCIAL]
