"""Pages of what kommuner that have ended have in cases, and of passing it on."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed, me
from accounts.models import Person
from accounts.permissions import Permission, requires
from applications import panels as outside
from applications.models import Application
from applications.succession.queries import last_passed, successions_of
from assessments import panels as office
from assessments.queries import closed_to, pass_gate
from decisions.accountchange.queries import own_accounts
from foundation import clock
from foundation.forms import done
from payments.succession import queries, services
from payments.succession.forms import PassOnForm
from payments.views.blueprint import pages


@pages.route("/saker/etterfolgere")
@requires(Permission.CASE_READ)
def successors() -> ResponseReturnValue:
    """List kommuner that have ended with what they have in open cases, and what was passed on already."""
    found, passed = queries.to_pass(clock.today()), last_passed()
    return render_template(
        "payments/succession/list.html",
        rows=found,
        passed=passed,
        closed=closed_to(
            me(),
            {one.application.id for one in found} | {one.application_id for one in passed},
        ),
        may=is_allowed(Permission.DECISION_DRAFT),
        in_ledger=is_allowed(Permission.LEDGER_READ),
    )


@pages.route("/saker/<int:application_id>/etterfolger/<int:former_id>", methods=["GET", "POST"])
@requires(Permission.DECISION_DRAFT)
def pass_on(application_id: int, former_id: int) -> ResponseReturnValue:
    """Pass a case on from a kommune that has ended to those that took it over."""
    found = queries.one_to_pass(application_id, former_id, clock.today())
    pass_gate(me(), application_id)
    form = PassOnForm(carrier=found.successors[0].id if len(found.successors) == 1 else None)
    form.offer(found.successors, divides=found.divides)
    if form.validate_on_submit() and done(form, lambda: services.pass_on(
        found.application, found.former.id, form.shared(found.successors), form.carrier.data,
        reason=form.reason.data or "", by=me(), at=clock.now(),
    )):  # fmt: skip
        flash(_("Saken er ført over, og de som tok over, er varslet."), "success")
        return redirect(url_for("assessments.case", application_id=application_id), 303)
    return render_template("payments/succession/pass_on.html", found=found, form=form)


def _for_the_office(application_id: int) -> office.Content | None:
    open_, passed = (
        queries.to_pass_of(application_id, clock.today()),
        successions_of(application_id),
    )
    if not open_ and not passed:
        return None
    context = {
        "open": open_,
        "passed": passed,
        "accounts": own_accounts([application_id]),
        "may": is_allowed(Permission.DECISION_DRAFT),
    }
    return office.Content("payments/succession/case_panel.html", context)


def _for_the_applicant(application: Application, person: Person) -> outside.Content | None:
    del person
    passed = successions_of(application.id)
    if not passed:
        return None
    context = {
        "application": application,
        "passed": passed,
        "accounts": own_accounts([application.id]),
    }
    return outside.Content("payments/succession/outside_panel.html", context)


office.register_panel(
    office.Panel(
        anchor="etterfolger",
        title=_l("Kommuner som har opphørt"),
        permission=Permission.CASE_READ,
        order=19,
        load=_for_the_office,
    )
)
outside.register_panel(outside.Panel(name="succession", order=19, load=_for_the_applicant))
