"""Interim replies: the cases past their month, and one answer to many of them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.facts import lead_of
from applications.models import Application
from decisions import services
from decisions.forms import InterimForm
from decisions.queries.interim import awaiting_interim_reply
from decisions.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.language import Bilingual
from foundation.pages import NavItem, register_navigation
from foundation.wording import format_day

register_navigation(
    NavItem("decisions.interim_replies", _l("Foreløpige svar"), Permission.DECISION_DRAFT, 45, seldom=True)
)


@pages.route("/brev/forelopig-svar", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def interim_replies() -> ResponseReturnValue:
    """List the cases that have waited a month, and tell them when they can expect an answer."""
    waiting = awaiting_interim_reply(clock.today())
    form = InterimForm(cases=[one.id for one in waiting])
    form.cases.choices = [(one.id, _named(one)) for one in waiting]
    if form.validate_on_submit() and _sent(form):
        return redirect(url_for("decisions.interim_replies"), 303)
    return render_template("decisions/interim.html", waiting=waiting, form=form)


def _named(application: Application) -> str:
    at = application.submitted_at
    came = format_day(clock.in_oslo(at).date()) if at else ""
    lead = lead_of(application).organisation.name
    return f"{application.case_number} {application.title} ({lead}, {came})"


def _sent(form: InterimForm) -> bool:
    """Send them; tell on the form why it was refused."""
    try:
        number = services.send_interim_replies(
            frozenset(form.cases.data or ()),
            expected_on=form.expected_on.data or clock.today(),
            reason=Bilingual(form.reason_nb.data or "", form.reason_nn.data or ""),
            by=me(),
            at=clock.now(),
        )
    except RuleBrokenError as error:
        refuse(form, error, on=form.expected_on)
        return False
    flash(
        ngettext(
            "Foreløpig svar er på vei til %(num)d søker.",
            "Foreløpig svar er på vei til %(num)d søkere.",
            number,
        ),
        "success",
    )
    return True
