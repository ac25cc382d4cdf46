"""The collaboration: find organisations in the register, take them in, say what they bring."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import Organisation
from accounts.permissions import Permission, requires
from applications import facts, queries, services
from applications.budget_table import budget_table
from applications.forms import PartnerForm, PickForm, SearchForm
from applications.models import Application, PartnerRole
from applications.queries.register import MOST
from applications.reading import place_of, read_over
from applications.views.filling import Section, filled_in
from applications.views.room import arrived, of_draft, pages, saved, section_page
from foundation import words
from foundation.errors import RuleBrokenError
from foundation.forms import Form


@pages.route("/soknader/<int:application_id>/deltakere")
@requires(Permission.APPLICATION_EDIT)
@of_draft
def partners(application: Application) -> ResponseReturnValue:
    """See who takes part and who still lacks, and look for more in the register."""
    return _partners_page(application, PickForm(formdata=None))


@pages.route("/soknader/<int:application_id>/deltakere", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def add_partners(application: Application) -> ResponseReturnValue:
    """Take the picked organisations in."""
    form = PickForm()
    found = _found(application, _search(application))
    form.offer(found)
    if not form.validate():
        return _partners_page(application, form)
    for organisation in found:
        if organisation.id in (form.organisations.data or []):
            services.add_partner(
                application, organisation, PartnerRole(form.role.data),
                message=form.message.data or "", by=me(), at=arrived(),
            )  # fmt: skip
    flash(_("Deltakerne er lagt til. De kan nå logge inn og bekrefte sin del."))
    return redirect(url_for("applications.partners", application_id=application.id), 303)


@pages.route("/soknader/<int:application_id>/minn", methods=["POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def remind(application: Application) -> ResponseReturnValue:
    """Remind those who have not answered, and go back to how far they have come."""
    try:
        reminded = services.remind_partners(application, by=me(), at=arrived())
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(_("Vi har minnet om å bekrefte: %(names)s.", names=", ".join(reminded)))
    back = url_for("applications.show", application_id=application.id)
    return redirect(f"{back}#bekreftelser", 303)


@pages.route("/soknader/<int:application_id>/deltakere/<int:partner_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def partner(application: Application, partner_id: int) -> ResponseReturnValue:
    """Say what a partner is in the project and what it brings."""
    own = queries.partner_of(application, partner_id)

    def save(form: PartnerForm, *, auto: bool) -> None:
        services.change_partner(
            own, form.terms(), by=me(), at=arrived(), seen=form.seal, auto=auto
        )

    section = Section(
        application=application,
        key="partners",
        heading=own.organisation.name,
        act="application.partner_saved",
        form=lambda sent: PartnerForm.of(own, formdata=sent),
        save=save,
    )
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        here = url_for("applications.partners", application_id=application.id)
        return saved(application, "partners", here)
    return section_page(
        "partner", application, "partners", form=filled.form, unsaved=filled.unsaved, partner=own,
        last=queries.saved_last(application, section.act),
    )  # fmt: skip


@pages.route(
    "/soknader/<int:application_id>/deltakere/<int:partner_id>/fjern", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_EDIT)
@of_draft
def remove_partner(application: Application, partner_id: int) -> ResponseReturnValue:
    """Take a partner out, after seeing what goes with it."""
    own = queries.partner_of(application, partner_id)
    form = Form()
    if form.validate_on_submit():
        services.remove_partner(own, by=me(), at=arrived())
        flash(_("%(name)s er tatt ut av søknaden.", name=own.organisation.name))
        return redirect(url_for("applications.partners", application_id=application.id), 303)
    part = next(one for one in budget_table(application).partners if one.partner.id == own.id)
    return render_template(
        "applications/remove_partner.html",
        application=application, partner=own, totals=part.totals, form=form,
    )  # fmt: skip


def _partners_page(application: Application, picked: PickForm) -> ResponseReturnValue:
    search = _search(application)
    found = _found(application, search)
    picked.offer(found)
    day = facts.day_of(application)
    return section_page(
        "partners", application, "partners", search=search, picked=picked,
        found=[(one, place_of(one, day)) for one in found],
        rows=read_over(application).partners, most=MOST,
    )  # fmt: skip


def _search(application: Application) -> SearchForm:
    search = SearchForm()
    kinds = sorted({kind.kind for kind in application.call.kinds})
    search.offer(queries.counties_on(facts.day_of(application)), kinds)
    return search


def _found(application: Application, search: SearchForm) -> list[Organisation]:
    """Look the register through for what the address asks for; nothing asked for finds nothing."""
    if not search.validate() or not search.is_asked:
        return []
    return queries.organisations_named(
        search.text.data or "",
        county=search.county.data or "",
        kinds=search.kinds([kind.kind for kind in application.call.kinds]),
        on=facts.day_of(application),
        but=[one.organisation_id for one in application.partners],
    )
