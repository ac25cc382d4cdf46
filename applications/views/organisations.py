"""What belongs to an organisation itself: all that it is part of, and its fact sheet."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me, own_organisation
from accounts.permissions import Permission, requires
from applications import queries
from applications.commitments import commitments_of
from applications.factsheets.forms import FactsForm
from applications.factsheets.queries import newest_sheet, sheets_of
from applications.factsheets.services import confirm_facts
from applications.views.room import arrived, pages
from applications.words.promises import told_doubts
from criteria.steps import public_step
from foundation import clock
from foundation.errors import RuleBrokenError, StaleError
from foundation.forms import refuse


@pages.route("/soknader/organisasjon/<int:organisation_id>")
@requires(Permission.APPLICATION_READ)
def commitments(organisation_id: int) -> ResponseReturnValue:
    """See every application that an organisation is part of, and what it has promised in them."""
    own = own_organisation(organisation_id)
    sheet = newest_sheet(own.id)
    found = commitments_of(
        own.id, queries.applications_with(own.id), sheet.hours_a_year if sheet else None
    )
    titles = {one.application.id: one.application.title for one in found.rows}
    return render_template(
        "applications/commitments.html", organisation=own, found=found, sheet=sheet,
        rows=[(one, public_step(one.application.step)) for one in found.rows],
        doubts=told_doubts(found.doubts, titles),
    )  # fmt: skip


@pages.route("/soknader/organisasjon/<int:organisation_id>/faktaark")
@requires(Permission.APPLICATION_READ)
def fact_sheet(organisation_id: int) -> ResponseReturnValue:
    """See what an organisation has confirmed of itself, by whom, and until when it holds."""
    own = own_organisation(organisation_id)
    sheet = newest_sheet(own.id)
    return render_template(
        "applications/fact_sheet.html", organisation=own, sheet=sheet,
        holds=sheet is not None and sheet.holds(clock.in_oslo(arrived()).date()),
        earlier=sheets_of(own.id)[1:],
    )  # fmt: skip


@pages.route(
    "/soknader/organisasjon/<int:organisation_id>/faktaark/bekreft", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_EDIT)
def confirm_sheet(organisation_id: int) -> ResponseReturnValue:
    """Confirm what is known of an organisation, or put it right."""
    own = own_organisation(organisation_id)
    sheet = newest_sheet(own.id)
    form = FactsForm.of_sheet(sheet, me(), formdata=typed_here())
    changed = False
    if form.validate_on_submit():
        try:
            confirm_facts(own, form.facts(), seen=form.seen_sheet, by=me(), at=arrived())
        except StaleError:
            changed, form.sheet.data = True, str(sheet.id) if sheet else ""
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Faktaarket er bekreftet."))
            return redirect(url_for("applications.fact_sheet", organisation_id=own.id), 303)
    return render_template(
        "applications/confirm_sheet.html", organisation=own, form=form, sheet=sheet, changed=changed
    )
