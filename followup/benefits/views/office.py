"""The office's pages of a case's benefits: everything read, and questions asked back."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from followup.benefits import chain, queries, services
from followup.benefits.forms import QuestionForm
from followup.benefits.owed import owed_baselines
from followup.benefits.views.forming import form_page
from followup.benefits.views.measuring import indicator_page
from followup.benefits.views.opening import chains_of, name_in, opened_by_the_office
from followup.views.blueprint import pages
from foundation import clock, locale
from foundation.showing import show_text


@pages.route("/saker/<int:application_id>/gevinster")
@requires(Permission.CASE_READ)
def case_benefits(application_id: int) -> ResponseReturnValue:
    """Show the register of a case."""
    found = opened_by_the_office(application_id)
    chains = chains_of(found)
    return render_template(
        "followup/benefits/register.html",
        register=found,
        chains=chains,
        drawing=chain.benefit_map(chains, locale.language()),
        office=True,
        baselines=owed_baselines(found),
    )


@pages.route("/saker/gevinster/<int:indicator_id>/<int:kommune_id>")
@requires(Permission.CASE_READ)
def case_indicator(indicator_id: int, kommune_id: int) -> ResponseReturnValue:
    """Show all that is recorded of an indicator in a kommune."""
    one = queries.any_indicator(indicator_id, kommune_id)
    found = opened_by_the_office(one.benefit.application_id)
    return indicator_page(
        found, one, kommune_id, office=True, may_ask=is_allowed(Permission.REPORT_REVIEW)
    )


@pages.route(
    "/saker/gevinster/<int:indicator_id>/<int:kommune_id>/sporsmal", methods=["GET", "POST"]
)
@requires(Permission.REPORT_REVIEW)
def ask_about_benefit(indicator_id: int, kommune_id: int) -> ResponseReturnValue:
    """Ask a kommune about its figures."""
    one = queries.any_indicator(indicator_id, kommune_id)
    found = opened_by_the_office(one.benefit.application_id)
    name = name_in(found.application, kommune_id)
    form = QuestionForm()
    return form_page(
        form,
        lambda: services.ask_about(one, kommune_id, form.text.data or "", by=me(), at=clock.now()),
        done=_("Spørsmålet er sendt."),
        onward=url_for("followup.case_indicator", indicator_id=one.id, kommune_id=kommune_id),
        told={
            "title": _("Spør %(name)s", name=name),
            "intro": f"{show_text(one.name)} ({show_text(one.unit)})",
            "press": _("Send spørsmålet"),
            "application": found.application,
            "office": True,
        },
    )
