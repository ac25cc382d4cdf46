"""Pages where an administrator sees and registers organisations that are not kommuner."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import queries
from accounts.forms.organisations import OrganisationForm
from accounts.identity import me
from accounts.models import OrganisationKind
from accounts.permissions import Permission, requires
from accounts.registration import register_organisation
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from foundation.pages import NavItem, register_navigation

register_navigation(
    NavItem("accounts.organisations", _l("Organisasjoner"), Permission.PERSON_MANAGE, 935)
)


@pages.route("/forvaltning/organisasjoner", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def organisations() -> ResponseReturnValue:
    """List the organisations that are not kommuner, and register another."""
    form = OrganisationForm(valid_from=clock.today())
    form.offer_kinds()
    if form.validate_on_submit() and form.valid_from.data:
        try:
            register_organisation(
                code=form.code.data or "",
                kind=OrganisationKind(form.kind.data),
                name=form.name.data or "",
                organisation_number=form.number.data or None,
                valid_from=form.valid_from.data,
                by=me(),
                at=clock.now(),
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Organisasjonen er registrert."), "success")
            return redirect(url_for("accounts.organisations"))
    listed = [
        one
        for one in queries.living_organisations(clock.today())
        if one.kind is not OrganisationKind.MUNICIPALITY
    ]
    return render_template("accounts/organisations.html", form=form, organisations=listed)
