"""The register of kommuner, open to all: the list, and each kommune with its history."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import queries, shown
from accounts.forms.register import MunicipalityFilter
from accounts.models import MunicipalityVersion
from accounts.permissions import public
from accounts.register import ChangeKind
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError
from foundation.pages import NavItem, register_navigation

register_navigation(NavItem("accounts.municipalities", _l("Kommuner"), None, 60))


@pages.route("/kommuner")
@public
def municipalities() -> ResponseReturnValue:
    """List the kommuner as they are today or were on another day."""
    filters = MunicipalityFilter()
    on = filters.on.data or clock.today()
    found = queries.municipalities(on)
    filters.county.choices = [("", _("Alle fylker")), *_counties(found)]
    filters.validate()
    wanted = [one for one in found if _fits(one, filters)]
    return render_template(
        "accounts/municipalities.html",
        filters=filters,
        rows=wanted,
        number=len(found),
        on=on,
        table=shown.show_municipalities(wanted, on.year),
    )


@pages.route("/kommuner/<int:organisation_id>")
@public
def municipality(organisation_id: int) -> ResponseReturnValue:
    """Show one kommune: what it is now, what it was, and the changes it was part of."""
    organisation = queries.organisation(organisation_id)
    if not organisation.versions:
        raise NotFoundError
    return render_template(
        "accounts/municipality.html",
        organisation=organisation,
        newest=queries.version_on(organisation, clock.today()) or organisation.versions[-1],
        changes=[(ChangeKind(one.kind), one) for one in queries.changes_of(organisation)],
    )


def _counties(found: list[MunicipalityVersion]) -> list[tuple[str, str]]:
    return sorted({(one.county_number, one.county_name) for one in found}, key=_by_name)


def _by_name(county: tuple[str, str]) -> str:
    return queries.norwegian(county[1])


def _fits(one: MunicipalityVersion, filters: MunicipalityFilter) -> bool:
    text = (filters.name.data or "").casefold()
    county = filters.county.data or one.county_number
    named = text in one.official_name.casefold() or text in one.name.casefold()
    return county == one.county_number and (named or one.number.startswith(text))
