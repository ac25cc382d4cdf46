"""Pages where a kommune says who answers for a benefit, and the lead keeps the risks."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from followup.benefits import queries, services
from followup.benefits.forms import OwnerForm, RiskForm
from followup.benefits.views.forming import form_page
from followup.benefits.views.opening import name_in, project_of
from followup.views.blueprint import pages
from foundation import clock
from foundation import words as said
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.showing import show_text


@pages.route("/gevinster/<int:benefit_id>/ansvar/<int:kommune_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def own_up(benefit_id: int, kommune_id: int) -> ResponseReturnValue:
    """Say who answers for a benefit in one's kommune, and what it is to be used for."""
    benefit = queries.benefit_of(me(), benefit_id)
    if not queries.answers_for(me(), benefit, kommune_id, clock.today()):
        raise NotFoundError
    form = OwnerForm.of(queries.ownership_now(benefit.id, kommune_id))
    return form_page(
        form,
        lambda: services.name_owner(
            benefit, kommune_id, form.promise, by=me(), at=arrived()
        ),
        done=_("Ansvaret for gevinsten er registrert."),
        onward=url_for("followup.benefits", application_id=benefit.application_id),
        told={
            "title": _(
                "Ansvar for gevinsten %(code)s i %(name)s",
                code=benefit.code, name=name_in(project_of(benefit), kommune_id),
            ),
            "intro": show_text(benefit.name),
            "press": _("Lagre ansvaret"),
            "application": benefit.application,
            "received": queries.is_outside(me(), benefit.application_id),
        },
    )  # fmt: skip


@pages.route("/gevinster/<int:benefit_id>/risiko", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def add_risk(benefit_id: int) -> ResponseReturnValue:
    """Enter a risk in the register."""
    benefit = queries.led_benefit(me(), benefit_id)
    form = RiskForm()
    return form_page(
        form,
        lambda: services.add_risk(benefit, form.new, by=me(), at=arrived()),
        done=_("Risikoen er registrert."),
        onward=url_for("followup.benefits", application_id=benefit.application_id),
        told={
            "title": _("Registrer en risiko for %(code)s", code=benefit.code),
            "intro": show_text(benefit.name),
            "press": _("Registrer risikoen"),
            "application": benefit.application,
        },
    )


@pages.route("/gevinster/<int:benefit_id>/risiko/<int:risk_number>/lukk", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def close_risk(benefit_id: int, risk_number: int) -> ResponseReturnValue:
    """Close a risk that is over."""
    benefit = queries.led_benefit(me(), benefit_id)
    try:
        services.close_risk(benefit, risk_number, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(said.say(error.reason, **error.values), "warning")
    else:
        flash(_("Risikoen er lukket."), "success")
    return redirect(url_for("followup.benefits", application_id=benefit.application_id), 303)
